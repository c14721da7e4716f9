import './print-screen.css'
import { ArrowLeftOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { type BlankPaper, blankPapers, meetingPaperNames } from '../../../shared/features/meeting/meeting-papers.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { api } from '../../api/client.ts'
import { NoBranch } from '../../app/no-branch.tsx'
import { PaperView } from '../../app/paper-view.tsx'
import { PageHead } from '../../ui/page-head.tsx'

/** 空白表: what is filled in by hand at a meeting, with what the office knows printed already. */
export function BlankScreen() {
  const navigate = useNavigate()
  const tree = useQuery(api.organisation.tree.queryOptions())
  const [chosen, setChosen] = useState<string | null>(null)
  const [paper, setPaper] = useState<BlankPaper>('minutes')
  const organisations = tree.data ?? []
  const organisation =
    organisations.find(({ id }) => id === chosen) ?? organisations.find(({ kind }) => kind.endsWith('支部'))
  useEffect(() => {
    document.title = '空白表 · 党务案头'
  }, [])
  return (
    <div className="page print-page">
      <PageHead
        title={
          <>
            <Button
              type="text"
              icon={<ArrowLeftOutlined />}
              aria-label="回到会议列表"
              onClick={() => void navigate('/meeting')}
            />
            空白表
          </>
        }
        note="党组织名称和签到表上的姓名已经印好，其余手填"
      />
      <div className="print-desk">
        <div className="card print-options">
          <label className="field-label" htmlFor="blank-organisation">
            党组织
          </label>
          <Select
            id="blank-organisation"
            style={{ width: '100%' }}
            value={organisation?.id ?? null}
            onChange={setChosen}
            options={organisations.map((one) => ({ value: one.id, label: labelOf(one) }))}
          />
          <fieldset className="print-choice">
            <legend className="field-label">哪种表</legend>
            {blankPapers.map((one) => (
              <label key={one} className="print-line">
                <input type="radio" name="blank" checked={paper === one} onChange={() => setPaper(one)} />
                {meetingPaperNames[one]}
              </label>
            ))}
          </fieldset>
        </div>
        {organisation === undefined ? (
          tree.data === undefined ? null : (
            <NoBranch>空白表按支部印名称和名单，先在“组织与党员”里加上党支部和党员。</NoBranch>
          )
        ) : (
          <PaperView
            title={`${meetingPaperNames[paper]}（空白表）`}
            path={`/documents/blank/${organisation.id}/${paper}`}
            fileName={`${labelOf(organisation)}${meetingPaperNames[paper]}（空白表）`}
            startZoom={80}
          />
        )}
      </div>
    </div>
  )
}

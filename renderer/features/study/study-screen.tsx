import { PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { isBranch, labelOf } from '../../../shared/features/organisation/organisation.ts'
import type { Study } from '../../../shared/features/study/study.ts'
import { yearOf } from '../../../shared/kernel/dates.ts'
import { api, type Outputs, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { useRules } from '../../api/rules.ts'
import { PaperView } from '../../app/paper-view.tsx'
import { useSayStatus } from '../../app/status-note.tsx'
import { NoBranch } from '../../app/no-branch.tsx'
import { Cite } from '../../ui/cite.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import './study.css'
import { StudyForm } from './study-form.tsx'
import { type StudyDeed, StudyNote } from './study-note.tsx'
import { StudyPanel } from './study-panel.tsx'
import { StudyTable } from './study-table.tsx'

type Desk = Outputs['study']['desk']

/** W25 of the branch in one sentence: who, how far, and until when it was in time. */
function Behind({ warning, year }: { warning: NonNullable<Desk['warning']>; year: number }) {
  const rules = useRules(year)
  const { behind, share, due, level } = warning
  const names = behind.slice(0, 6).map(({ name, total, target }) => `${name} ${total}/${target}`)
  return (
    <Verdict
      tone={level === 'red' ? 'bad' : level === 'yellow' ? 'warn' : 'info'}
      aside={<Cite rules={rules} id="R8-01" />}
    >
      {dayOnScreen(due)}应完成 {Math.round(share * 100)}%，{behind.length} 人还差：{names.join('、')}
      {behind.length > names.length ? '等' : ''}
    </Verdict>
  )
}

const dayOnScreen = (day: string): string => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`

function Ledger({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  const title = `${desk.year}年度学时台账`
  return (
    <>
      <PageHead title={title} note={labelOf(desk.organisation)}>
        <Button onClick={onClose}>返回学时表</Button>
      </PageHead>
      <div className="study-paper">
        <PaperView
          title={title}
          path={`/documents/study/${desk.organisation.id}/hours`}
          query={`year=${desk.year}`}
          fileName={`${labelOf(desk.organisation)}${title}`}
          excel
        />
      </div>
    </>
  )
}

type DeskProps = { desk: Desk; today: string; adding: boolean; onAdded: () => void }

function StudyDesk({ desk, today, adding, onAdded }: DeskProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [editing, setEditing] = useState<Study | null>(null)
  const [deed, setDeed] = useState<StudyDeed | null>(null)
  const mayWrite = useRight('records.write')
  const line = desk.lines.find(({ memberId }) => memberId === chosen)
  const close = (): void => {
    setEditing(null)
    onAdded()
  }
  return (
    <>
      {deed === null ? null : <StudyNote key={deed.words} deed={deed} onGone={() => setDeed(null)} />}
      {mayWrite && (adding || editing !== null) ? (
        <StudyForm
          key={editing?.id ?? ''}
          organisationId={desk.organisation.id}
          today={today}
          people={desk.lines}
          record={editing}
          onSaved={(done) => {
            setDeed(done)
            close()
          }}
          onClose={close}
        />
      ) : null}
      {desk.warning === null ? null : <Behind warning={desk.warning} year={desk.year} />}
      <div className={line === undefined ? 'study-desk' : 'study-desk open'}>
        <div className="card study-list">
          {desk.lines.length === 0 ? (
            <div className="empty">
              <p className="empty-title">这个党支部没有在册党员</p>
              <p className="note">先在“组织与党员”里登记党员。</p>
            </div>
          ) : (
            <StudyTable lines={desk.lines} chosen={chosen} onChoose={setChosen} />
          )}
        </div>
        {line === undefined ? null : (
          <StudyPanel
            key={line.memberId}
            line={line}
            mayWrite={mayWrite}
            onEdit={setEditing}
            onDeed={setDeed}
            onClose={() => setChosen(null)}
          />
        )}
      </div>
    </>
  )
}

/** 学时 of a branch and year: meetings credit those present, everything else is typed here. */
export function StudyScreen({ today }: { today: string }) {
  const [params, setParams] = useSearchParams()
  const [organisationId, setOrganisationId] = useState<string | null>(null)
  const [year, setYear] = useState(yearOf(today))
  const [printing, setPrinting] = useState(false)
  const tree = useQuery(api.organisation.tree.queryOptions())
  const branches = (tree.data ?? []).filter(isBranch)
  const home = organisationId ?? branches[0]?.id ?? ''
  const desk = useQuery({
    ...api.study.desk.queryOptions({ organisationId: home, year }),
    enabled: home !== ''
  })
  const mayWrite = useRight('records.write')
  const rules = useRules(year)
  const lines = desk.data?.lines ?? []
  useSayStatus(
    desk.data === undefined
      ? ''
      : `${lines.length} 名党员，${lines.filter(({ missing }) => missing === 0).length} 名已满`
  )
  useEffect(() => {
    document.title = '学习与学时 · 党务案头'
  }, [])
  if (printing && desk.data !== undefined)
    return (
      <div className="page">
        <Ledger desk={desk.data} onClose={() => setPrinting(false)} />
      </div>
    )
  return (
    <div className="page">
      <PageHead title="学习与学时" note="会议填了学时，到会的人自动记上；另外学的在这里登记">
        <Button icon={<PrinterOutlined />} disabled={desk.data === undefined} onClick={() => setPrinting(true)}>
          学时台账
        </Button>
        {mayWrite ? (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setParams({ new: '' })}>
            记学时 <Kbd>Alt 3</Kbd>
          </Button>
        ) : null}
      </PageHead>
      <div className="study-filter">
        <Select
          aria-label="党支部"
          style={{ width: 260 }}
          value={home}
          onChange={setOrganisationId}
          options={branches.map((one) => ({ value: one.id, label: labelOf(one) }))}
        />
        <Select
          aria-label="年度"
          style={{ width: 120 }}
          value={year}
          onChange={setYear}
          options={Array.from({ length: 6 }, (_one, back) => yearOf(today) - back).map((one) => ({
            value: one,
            label: `${one} 年`
          }))}
        />
        <span className="note">
          书记和委员 {rules.number('R8-01', 'committee')} 学时，其他党员 {rules.number('R8-01', 'member')} 学时
        </span>
        <Cite rules={rules} id="R8-01" />
      </div>
      {desk.error === null ? null : (
        <LoadFailure message={problemOfError(desk.error).message} onRetry={() => void desk.refetch()} />
      )}
      {tree.data !== undefined && branches.length === 0 ? (
        <NoBranch>在“组织与党员”里加上党支部和党员后，这里就有每个人的学时。</NoBranch>
      ) : null}
      {desk.isLoading ? <Loading /> : null}
      {desk.data === undefined ? null : (
        <StudyDesk
          key={`${home} ${year}`}
          desk={desk.data}
          today={today}
          adding={params.has('new')}
          onAdded={() => setParams({})}
        />
      )}
    </div>
  )
}

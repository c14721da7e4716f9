import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { type TalkKind, talkKindCodes, talkKindName } from '../../../shared/features/talk/talk-kinds.ts'
import type { Outputs } from '../../api/client.ts'
import { PaperView } from '../../app/paper-view.tsx'
import { useEscape } from '../../ui/escape.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { paperAt, type PaperChoice, paperChoices, paperNames } from './talk-papers.ts'

type Props = { board: Outputs['talk']['board']; first: PaperChoice; onClose: () => void }

/** The papers of a branch and year. */
export function TalkPrint({ board, first, onClose }: Props) {
  const [paper, setPaper] = useState(first)
  const [kind, setKind] = useState<TalkKind | ''>('')
  const organisation = labelOf(board.organisation)
  const { path, query, title, excel } = paperAt({
    ...{ organisationId: board.organisation.id, year: board.coverage.year },
    ...{ paper, kind }
  })
  useEscape(onClose)
  return (
    <>
      <PageHead title={title} note={organisation}>
        {paper === 'blank' ? (
          <Select<TalkKind | ''>
            aria-label="哪类谈话的表"
            style={{ width: 210 }}
            value={kind}
            options={[
              { value: '', label: '不分类型' },
              ...talkKindCodes.map((value) => ({ value, label: talkKindName(value) }))
            ]}
            onChange={setKind}
          />
        ) : null}
        <Segmented<PaperChoice>
          aria-label="哪份材料"
          value={paper}
          options={paperChoices(board.readable.length > 0).map((value) => ({
            value,
            label: paperNames[value].replace(/^谈话台账（(.*)）$/, '台账，$1')
          }))}
          onChange={setPaper}
        />
        <Button onClick={onClose}>返回</Button>
      </PageHead>
      <div className="talk-paper">
        <PaperView
          key={path + query}
          title={title}
          path={path}
          query={query}
          fileName={`${organisation}${title}`}
          excel={excel}
        />
      </div>
    </>
  )
}

/** 谈心谈话记录表 of one talk. */
export function RecordPrint({ id, onClose }: { id: string; onClose: () => void }) {
  useEscape(onClose)
  return (
    <>
      <PageHead title="谈心谈话记录表" note="双方签字打印后手签">
        <Button onClick={onClose}>返回</Button>
      </PageHead>
      <div className="talk-paper">
        <PaperView title="谈心谈话记录表" path={`/documents/talk/record/${id}/record`} fileName="谈心谈话记录表" />
      </div>
    </>
  )
}

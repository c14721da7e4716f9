import { Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { PaperView } from '../../app/paper-view.tsx'
import { ChoiceField } from '../../ui/inputs.tsx'
import type { RosterPaperKind } from './desk-sheet.tsx'
import { CompositionChart } from './composition-chart.tsx'
import { paperName, type PaperWish, usualWish, wishQuery } from './roster-papers.ts'
import type { OrganisationNode } from './roster.ts'

const citizenIdChoices = { 不印: 'none', 遮住: 'masked', 完整: 'full' } as const
const orderChoices = { 按职务: 'post', 按姓氏笔画: 'stroke' } as const

/** The label of a value among choices written as label and value. */
const labelIn = <Label extends string, Value>(choices: Record<Label, Value>, value: Value): Label | '' =>
  (Object.keys(choices) as Label[]).find((label) => choices[label] === value) ?? ''

const fullNote = '含完整身份证号：看、打印和导出都记入审计。'

type PreviewProps = {
  title: string
  path: string
  query: string
  fileName: string
  wide?: boolean
  children: ReactNode
}

/** Choices at the left, the paper at the right. */
function PaperPreview({ title, path, query, fileName, wide = false, children }: PreviewProps) {
  return (
    <div className={wide ? 'print-sheet wide' : 'print-sheet'}>
      <div className="print-choices">
        {children}
        <p className="note">打印、Word 和 Excel 都会记入审计。</p>
      </div>
      <PaperView title={title} path={path} query={query} fileName={fileName} startZoom={80} excel />
    </div>
  )
}

type RosterPrintProps = { paper: RosterPaperKind; node: OrganisationNode }

/** 党员名册, 组织机构图 or 支委会名单 of an organisation, as wished. */
export function RosterPrint({ paper, node }: RosterPrintProps) {
  const [wish, setWish] = useState<PaperWish>(usualWish)
  const change = (part: Partial<PaperWish>): void => setWish((old) => ({ ...old, ...part }))
  return (
    <PaperPreview
      title={paperName(paper, node)}
      path={`/documents/organisation/${node.id}/${paper}`}
      query={wishQuery(paper, wish)}
      fileName={`${labelOf(node)}${paperName(paper, node)}`}
      wide={paper === 'composition'}
    >
      {paper === 'roster' ? (
        <>
          <ChoiceField
            id="wish-order"
            label="顺序"
            value={labelIn(orderChoices, wish.order)}
            options={Object.keys(orderChoices) as (keyof typeof orderChoices)[]}
            onChange={(label) => change({ order: orderChoices[label] })}
          />
          <ChoiceField
            id="wish-citizen-id"
            label="身份证号"
            value={labelIn(citizenIdChoices, wish.citizenId)}
            options={Object.keys(citizenIdChoices) as (keyof typeof citizenIdChoices)[]}
            hint={
              wish.citizenId === 'full' ? fullNote : wish.citizenId === 'masked' ? '出生日期 8 位印成星号。' : undefined
            }
            onChange={(label) => change({ citizenId: citizenIdChoices[label] })}
          />
        </>
      ) : paper === 'composition' ? (
        <CompositionChart organisationId={node.id} />
      ) : paper === 'chart' ? (
        <Checkbox checked={wish.withGroups} onChange={(event) => change({ withGroups: event.target.checked })}>
          画出党小组
        </Checkbox>
      ) : (
        <Checkbox checked={wish.withFormer} onChange={(event) => change({ withFormer: event.target.checked })}>
          附历届委员
        </Checkbox>
      )}
    </PaperPreview>
  )
}

/** 党员信息表 of one person. */
export function RecordPrint({ memberId, name }: { memberId: string; name: string }) {
  const [whole, setWhole] = useState(false)
  return (
    <PaperPreview
      title="党员信息表"
      path={`/documents/member/${memberId}/record`}
      query={whole ? 'citizenId=full' : 'citizenId=masked'}
      fileName={`${name}党员信息表`}
    >
      <Checkbox checked={whole} onChange={(event) => setWhole(event.target.checked)}>
        印完整身份证号
      </Checkbox>
      {whole ? <p className="note">{fullNote}</p> : null}
    </PaperPreview>
  )
}

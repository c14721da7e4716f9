import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { fetchBytes, problemOfError, saveFile } from '../../api/client.ts'
import { useMenuCommand } from '../../app/menu-command.ts'
import { useKeys } from '../../ui/keys.ts'
import { ChoiceField } from '../../ui/inputs.tsx'
import { Paper } from '../../ui/paper.tsx'
import { printPdf } from '../../ui/pdf.ts'
import type { RosterPaperKind } from './desk-sheet.tsx'
import { paperNames, type PaperWish, usualWish, wishQuery } from './roster-papers.ts'
import type { OrganisationNode } from './roster.ts'

const citizenIdChoices = { 不印: 'none', 遮住: 'masked', 完整: 'full' } as const
const orderChoices = { 按职务: 'post', 按姓氏笔画: 'stroke' } as const

/** The label of a value among choices written as label and value. */
const labelIn = <Label extends string, Value>(choices: Record<Label, Value>, value: Value): Label | '' =>
  (Object.keys(choices) as Label[]).find((label) => choices[label] === value) ?? ''

const fullNote = '含完整身份证号：看、打印和导出都记入审计。'

type PreviewProps = { title: string; path: string; query: string; fileName: string; children: ReactNode }

/** Choices at the left, the paper at the right; what leaves the program is fetched anew and noted by the engine. */
function PaperPreview({ title, path, query, fileName, children }: PreviewProps) {
  const address = `${path}.pdf?${query}`
  const paper = useQuery({
    queryKey: ['paper', address],
    queryFn: async () => {
      const response = await fetchBytes(address)
      const missing = decodeURIComponent(response.headers.get('x-missing-characters') ?? '')
      return { bytes: await response.arrayBuffer(), missing }
    },
    placeholderData: (before) => before
  })
  const printed = async (): Promise<ArrayBuffer> => (await fetchBytes(`${address}&use=print`)).arrayBuffer()
  const print = (): void => void printed().then(printPdf)
  useKeys({ 'Ctrl+P': print })
  useMenuCommand('print', print)
  const warning =
    paper.error !== null
      ? problemOfError(paper.error).message
      : paper.data?.missing
        ? `字体里没有这些字，纸上印成〓：${paper.data.missing}。请打印后手写补上。`
        : null
  const save = (format: 'docx' | 'xlsx') => () => void saveFile(`${path}.${format}?${query}`, `${fileName}.${format}`)
  return (
    <div className="print-sheet">
      <div className="print-choices">
        {children}
        <p className="note">打印、Word 和 Excel 都会记入审计。</p>
      </div>
      <Paper
        title={title}
        bytes={paper.data?.bytes ?? null}
        warning={warning}
        startZoom={80}
        printed={printed}
        onWord={save('docx')}
        onExcel={save('xlsx')}
      />
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
      title={paperNames[paper]}
      path={`/documents/organisation/${node.id}/${paper}`}
      query={wishQuery(paper, wish)}
      fileName={`${labelOf(node)}${paperNames[paper]}`}
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

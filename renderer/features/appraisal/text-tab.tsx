import { Input } from 'antd'
import { SaveNote } from '../../app/save-note.tsx'
import { orNull } from '../../ui/inputs.tsx'
import { YearFacts } from './year-facts.tsx'
import type { BegunDesk, OpenCadre } from './appraisal-words.ts'
import { useEntry } from './use-entry.ts'

const fields = {
  summary: { label: '个人总结正文', most: 5000, says: '印在个人总结表里；年度情况由程序从记录里带出，不用写。' },
  duty: { label: '述职报告正文', most: 20_000, says: '年度基本情况由程序写在前面；“一、”开头的短行印成标题。' }
} as const

type Props = { line: OpenCadre; desk: BegunDesk; field: keyof typeof fields; locked: boolean }

/** 个人总结 or 述职报告: what the records say of the year above, his own words under it. */
export function TextTab({ line, desk, field, locked }: Props) {
  const { label, most, says } = fields[field]
  const { text, change, save } = useEntry(
    { id: desk.appraisal.id, memberId: line.memberId },
    { [field]: line.entry[field] },
    locked
  )
  const id = `appraisal-${field}`
  return (
    <div className="appraisal-tab">
      <YearFacts line={line} desk={desk} />
      <div className="appraisal-text">
        <div className="appraisal-text-head">
          <label htmlFor={id}>{label}</label>
          <span className="note">{says}</span>
          <span className="push" />
          {locked ? null : <SaveNote {...save} />}
        </div>
        <Input.TextArea
          id={id}
          className="grow"
          rows={12}
          maxLength={most}
          readOnly={locked}
          value={text[field] ?? ''}
          onChange={({ target }) => change({ [field]: orNull(target.value) })}
        />
      </div>
    </div>
  )
}

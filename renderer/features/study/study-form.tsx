import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { studyKinds, type Study } from '../../../shared/features/study/study.ts'
import { inHours, type StudyUnit, studyUnits } from '../../../shared/features/study/study-rules.ts'
import { readDecimal } from '../../../shared/kernel/cells.ts'
import { isDay } from '../../../shared/kernel/dates.ts'
import type { RulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { client, problemOfError } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { useStoredDraft } from '../../app/stored-draft.ts'
import { Cite } from '../../ui/cite.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { useEscape } from '../../ui/escape.ts'
import { Field, faultAt } from '../../ui/field.tsx'
import { ChoiceField, TextField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { StudyLine } from './study-table.tsx'
import type { StudyDeed } from './study-note.tsx'
import { StudyPeople } from './study-people.tsx'

type Entry = {
  date: string | null
  content: string | null
  amount: string
  unit: StudyUnit
  kind: Study['kind']
  memberIds: string[]
}

/** What is typed as 学时; null where it is no number. */
function hoursOf({ amount, unit }: Entry, rules: RulesInForce): number | null {
  const reading = readDecimal(amount, { min: 0, max: 1000 })
  return reading.ok && reading.value !== null ? inHours(reading.value, unit, rules) : null
}

type Props = {
  organisationId: string
  today: string
  people: readonly StudyLine[]
  /** The record to be changed, or null for new ones. */
  record: Study | null
  onSaved: (deed: StudyDeed) => void
  onClose: () => void
}

async function send({ organisationId, record }: Props, entry: Entry, hours: number): Promise<StudyDeed> {
  const { content, kind, memberIds } = entry
  const shared = { organisationId, date: entry.date ?? '', content, hours, kind }
  if (record === null) {
    const { id, added } = await client.study.add.mutate({ ...shared, memberIds })
    return { words: `已给 ${added} 人登记学时`, undo: () => client.journal.undo.mutate({ id }) }
  }
  await client.study.save.mutate({ ...record, ...shared, organisationId: record.organisationId })
  return { words: '已修改这条学时', undo: () => client.study.save.mutate(record) }
}

type Parts = { entry: Entry; change: (part: Partial<Entry>) => void; problem: Problem | null; rules: RulesInForce }

function Amount({ entry, change, problem, rules }: Parts) {
  const hours = hoursOf(entry, rules)
  const converted = entry.unit === '学时' || hours === null ? null : `合 ${hours} 学时`
  return (
    <Field label="学时" for="study-amount" fault={faultAt(problem, 'hours')} hint={converted ?? undefined}>
      <div className="study-amount">
        <Input
          id="study-amount"
          value={entry.amount}
          autoComplete="off"
          inputMode="decimal"
          onChange={(event) => change({ amount: event.target.value })}
        />
        <Select<StudyUnit>
          aria-label="单位"
          value={entry.unit}
          options={studyUnits(rules).map((unit) => ({ value: unit, label: unit }))}
          onChange={(unit) => change({ unit })}
        />
      </div>
    </Field>
  )
}

const EntryFields = ({ entry, change, problem, rules }: Parts) => (
  <div className="study-form-row">
    <DayField
      id="study-date"
      label="日期"
      value={entry.date}
      fault={faultAt(problem, 'date')}
      onChange={(date) => change({ date })}
    />
    <TextField
      id="study-content"
      label="内容"
      value={entry.content}
      maxLength={200}
      autoFocus
      fault={faultAt(problem, 'content')}
      onChange={(content) => change({ content })}
    />
    <Amount entry={entry} change={change} problem={problem} rules={rules} />
    <ChoiceField
      id="study-kind"
      label="类别"
      value={entry.kind ?? ''}
      options={studyKinds}
      onChange={(kind) => change({ kind })}
    />
  </div>
)

const asEntry = (record: Study | null, today: string): Entry => ({
  date: record?.date ?? today,
  content: record?.content ?? null,
  amount: record === null ? '' : String(record.hours),
  unit: '学时',
  kind: record?.kind ?? null,
  memberIds: []
})

const conversions = (rules: RulesInForce): string =>
  rules.isOn('R8-03')
    ? `一天 ${inHours(1, '天', rules)}、半天 ${inHours(1, '半天', rules)}、支部学习一小时 ${inHours(1, '小时', rules)}`
    : '按学时填，本单位不用换算'

const placed = ['date', 'content', 'hours']

/** Hours beside those of meetings: once for many people, or one record again. */
export function StudyForm(props: Props) {
  const { organisationId, today, people, record, onSaved, onClose } = props
  const queries = useQueryClient()
  const name = record === null ? `study ${organisationId}` : `study record ${record.id}`
  const draft = useStoredDraft<Entry>(name, asEntry(record, today))
  const saving = useMutation({
    mutationFn: (hours: number) => send(props, draft.value, hours),
    onSuccess: async (deed) => {
      draft.forget()
      await queries.invalidateQueries()
      onSaved(deed)
    }
  })
  const { date } = draft.value
  const rules = useRules(date !== null && isDay(date) ? date : today)
  const hours = hoursOf(draft.value, rules)
  const unreadable: Problem = { code: 'hours-missing', message: '学时应填数字，如 1.5。', field: 'hours' }
  const problem = saving.error === null ? null : hours === null ? unreadable : problemOfError(saving.error)
  useEscape(onClose)
  const parts = { entry: draft.value, change: draft.change, problem, rules }
  return (
    <form
      className="card study-form"
      noValidate
      aria-label={record === null ? '记学时' : '修改学时'}
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate(hours ?? Number.NaN)
      }}
    >
      <EntryFields {...parts} />
      {record === null ? (
        <StudyPeople
          people={people}
          chosen={new Set(draft.value.memberIds)}
          onChoose={(chosen) => draft.change({ memberIds: [...chosen] })}
        />
      ) : null}
      {problem === null || placed.includes(problem.field ?? '') ? null : (
        <Verdict tone="bad">{problem.message}</Verdict>
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          {record === null ? '登记学时' : '保存修改'}
        </Button>
        <Button
          onClick={() => {
            draft.forget()
            onClose()
          }}
        >
          {draft.dirty ? '不记了' : '关闭'}
        </Button>
        <span className="push" />
        <span className="note">{conversions(rules)}</span>
        <Cite rules={rules} id="R8-03" />
      </div>
    </form>
  )
}

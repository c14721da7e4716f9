import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Person } from '../../../shared/features/meeting/meeting.ts'
import {
  type Occasion,
  type OccasionKind,
  occasionKinds,
  talkOfOccasion
} from '../../../shared/features/talk/occasion.ts'
import { talkKindName } from '../../../shared/features/talk/talk-kinds.ts'
import { isDay } from '../../../shared/kernel/dates.ts'
import { api, client, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { DayField } from '../../ui/day-field.tsx'
import { useEscape } from '../../ui/escape.ts'
import { faultAt } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { PickField } from './form-parts.tsx'
import { NamedField } from './named-field.tsx'
import { settledPerson } from './talk-names.ts'

type Props = {
  organisationId: string
  today: string
  onSaved: (kept: Occasion, name: string) => void
  onClose: () => void
}

type Entry = { person: Person | null; kind: OccasionKind; date: string | null; note: string | null }

/** Who reads 说明 later, as said to who may read talks of this level at all, and to who may not. */
const readers = '说明只有书记看得到；组织委员看得到自己写的。'
const readersOnly = '说明保存后您自己也看不到，只有书记看得到。'

/** An event the roster does not know by itself, after which somebody is to be talked with. */
export function OccasionForm({ organisationId, today, onSaved, onClose }: Props) {
  const queries = useQueryClient()
  const mayReadBack = useRight('talk.L2.read')
  const [entry, setEntry] = useState<Entry>({ person: null, kind: '有困难', date: today, note: null })
  const people = useQuery(api.talk.candidates.queryOptions({ organisationId, day: today }))
  const change = (part: Partial<Entry>): void => setEntry({ ...entry, ...part })
  const saving = useMutation({
    mutationFn: (memberId: string) =>
      client.occasion.save.mutate({
        ...{ id: '', organisationId, memberId, kind: entry.kind, date: entry.date ?? '', note: entry.note },
        ...{ closedOn: null, enteredBy: null }
      }),
    onSuccess: async (kept) => {
      await queries.invalidateQueries()
      onSaved(kept, entry.person?.name ?? '')
    }
  })
  const [tried, setTried] = useState(false)
  const memberId = settledPerson(entry.person, people.data ?? [])?.memberId ?? null
  const problem = saving.error === null ? null : problemOfError(saving.error)
  const who = tried && memberId === null ? '请从名册里选一个人。' : faultAt(problem, 'memberId')
  useEscape(onClose)
  if (people.data === undefined) return <Loading lines={4} />
  return (
    <form
      className="talk-occasion"
      aria-label="加事由"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (memberId !== null) saving.mutate(memberId)
      }}
    >
      <NamedField
        id="occasion-person"
        label="谁"
        value={entry.person}
        people={people.data}
        placeholder="姓名或首字母"
        fault={who}
        autoFocus
        onChange={(person) => change({ person })}
      />
      {who === undefined ? null : (
        <p className="field-fault" role="alert" id="occasion-person-fault">
          {who}
        </p>
      )}
      <div className="field-pair">
        <PickField
          id="occasion-kind"
          label="什么事"
          value={entry.kind}
          options={occasionKinds.map((value) => ({ value, label: value }))}
          onChange={(kind) => change({ kind })}
        />
        <DayField
          id="occasion-date"
          label="日期"
          value={entry.date}
          fault={faultAt(problem, 'date')}
          onChange={(date) => change({ date })}
        />
      </div>
      <TextField
        id="occasion-note"
        label="说明"
        value={entry.note}
        maxLength={500}
        hint={`${mayReadBack ? readers : readersOnly}记成${talkKindName(talkOfOccasion[entry.kind])}后自动销去。`}
        onChange={(note) => change({ note })}
      />
      {problem === null || problem.field !== undefined ? null : <Verdict tone="bad">{problem.message}</Verdict>}
      <div className="talk-form-actions">
        <Button
          type="primary"
          htmlType="submit"
          size="small"
          loading={saving.isPending}
          disabled={entry.date === null || !isDay(entry.date)}
        >
          记下事由
        </Button>
        <Button size="small" onClick={onClose}>
          不记了
        </Button>
      </div>
    </form>
  )
}

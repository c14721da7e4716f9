import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useEffect, useState } from 'react'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import type { NewTalkPlan } from '../../../shared/features/talk/talk-plan.ts'
import { addDays, isDay, makeDay } from '../../../shared/kernel/dates.ts'
import { api, client, type Outputs, problemOfError } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { Cite } from '../../ui/cite.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { useEscape } from '../../ui/escape.ts'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { RoundLoads } from './round-loads.tsx'
import { type RoundChoice, RoundLines } from './round-lines.tsx'
import type { Deed } from './talk-deed.tsx'

type Kind = 'T01' | 'T02'
type Wish = { kind: Kind; from: string | null; to: string | null }

const toPlan = ({ key: _key, taken: _taken, talker, partner, ...rest }: RoundChoice): NewTalkPlan | null => {
  if (talker === null || talker.memberId === null || partner === null || partner.memberId === null) return null
  if (!isDay(rest.plannedOn)) return null
  return {
    ...rest,
    talker: { name: talker.name, memberId: talker.memberId },
    partner: { name: partner.name, memberId: partner.memberId }
  }
}

/** The lines as they are chosen and changed; anew whenever another proposal comes. */
function useChoices(talks: readonly NewTalkPlan[] | undefined) {
  const [choices, setChoices] = useState<RoundChoice[]>([])
  useEffect(() => setChoices((talks ?? []).map((one, index) => ({ ...one, key: `${index}`, taken: true }))), [talks])
  const change = (key: string, part: Partial<RoundChoice>): void =>
    setChoices((old) => old.map((one) => (one.key === key ? { ...one, ...part } : one)))
  return { choices, change }
}

type WishProps = { wish: Wish; lifeDay: string | null; onChange: (wish: Wish) => void; year: number; today: string }

/** What the round is for, and the days there are. */
function WishFields({ wish, lifeDay, onChange, year, today }: WishProps) {
  const rules = useRules()
  const from = (day: string): string => (day > today ? day : today)
  const choose = (kind: Kind): void => {
    const first = from(makeDay(year, 1, 1))
    if (kind === 'T01') onChange({ kind, from: first, to: makeDay(year, 12, 31) })
    else
      onChange({
        kind,
        from: lifeDay === null ? today : from(addDays(lifeDay, -rules.number('T02', 'days'))),
        to: lifeDay
      })
  }
  return (
    <div className="talk-round-wish">
      <div className="field">
        <span className="field-label" id="round-kind">
          排什么
        </span>
        <Segmented<Kind>
          aria-labelledby="round-kind"
          value={wish.kind}
          options={[
            { value: 'T01', label: '年度覆盖' },
            { value: 'T02', label: '会前谈话' }
          ]}
          onChange={choose}
        />
      </div>
      <DayField
        id="round-from"
        label="从哪天起"
        value={wish.from}
        onChange={(day) => onChange({ ...wish, from: day })}
      />
      <DayField
        id="round-to"
        label={wish.kind === 'T02' ? '开会那天' : '到哪天止'}
        value={wish.to}
        onChange={(day) => onChange({ ...wish, to: day })}
      />
      <Cite rules={rules} id={wish.kind === 'T02' ? 'T02' : 'R1-18'} />
    </div>
  )
}

type Props = { board: Outputs['talk']['board']; today: string; onDone: (deed: Deed | null) => void }

const nobody = '该谈的都谈过，或者已经排上了。'

/** A round of talks put forward; nothing is kept until it is taken, and then in one act. */
export function RoundSheet({ board, today, onDone }: Props) {
  const queries = useQueryClient()
  const { organisation, coverage, due } = board
  const { year } = coverage
  const start = makeDay(year, 1, 1)
  const [wish, setWish] = useState<Wish>({
    kind: 'T01',
    from: start > today ? start : today,
    to: makeDay(year, 12, 31)
  })
  const { kind, from, to } = wish
  const ready = from !== null && isDay(from) && to !== null && isDay(to)
  const query = useQuery({
    ...api.talkPlan.propose.queryOptions({
      organisationId: organisation.id,
      year,
      kind,
      from: from ?? '',
      to: to ?? ''
    }),
    enabled: ready,
    staleTime: Number.POSITIVE_INFINITY
  })
  const people = useQuery(api.talk.candidates.queryOptions({ organisationId: organisation.id, day: today }))
  const { choices, change } = useChoices(ready ? query.data?.talks : undefined)
  const taken = choices.filter((one) => one.taken)
  const lines = taken.map(toPlan).filter((one) => one !== null)
  const adopting = useMutation({
    mutationFn: () => client.talkPlan.adopt.mutate({ lines }),
    onSuccess: async ({ id, added }) => {
      await queries.invalidateQueries()
      onDone({ text: `已排 ${added} 次谈话`, undo: () => client.journal.undo.mutate({ id }) })
    }
  })
  const error = (ready ? query.error : null) ?? adopting.error
  const names = new Map(coverage.rows.map(({ memberId, name }) => [memberId, name]))
  const unplaced = (ready ? (query.data?.unplaced ?? []) : []).map((id) => names.get(id) ?? '')
  useEscape(() => onDone(null))
  return (
    <>
      <PageHead title="排一轮谈话" note={`${labelOf(organisation)}，看过、改过再采用`}>
        <Button onClick={() => onDone(null)}>返回谈话计划</Button>
        <Button
          type="primary"
          disabled={lines.length === 0 || lines.length < taken.length}
          loading={adopting.isPending}
          onClick={() => adopting.mutate()}
        >
          采用 {taken.length} 次
        </Button>
      </PageHead>
      <WishFields
        wish={wish}
        lifeDay={due.find(({ cause }) => cause === 'life')?.by ?? null}
        year={year}
        today={today}
        onChange={setWish}
      />
      {error === null ? null : (
        <LoadFailure message={problemOfError(error).message} onRetry={() => void query.refetch()} />
      )}
      {ready ? null : <Verdict tone="info">填上{kind === 'T02' ? '开会那天' : '起止日期'}，就排出来。</Verdict>}
      {lines.length < taken.length ? <Verdict tone="bad">有一次的日期或者人认不出来，改好再采用。</Verdict> : null}
      {unplaced.length === 0 ? null : (
        <Verdict tone="warn">
          还有 {unplaced.length} 人排不上：{unplaced.join('、')}
        </Verdict>
      )}
      <div className="talk-desk beside">
        <section className="card talk-map" aria-label="建议的一轮">
          {ready && query.isLoading ? <Loading lines={8} /> : null}
          {ready && query.data?.talks.length === 0 ? <p className="talk-none">{nobody}</p> : null}
          <div className="talk-scroll">
            <RoundLines choices={choices} people={people.data ?? []} onChange={change} />
          </div>
        </section>
        <RoundLoads talks={lines} />
      </div>
    </>
  )
}

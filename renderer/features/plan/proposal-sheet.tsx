import './proposal.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { useEffect, useState } from 'react'
import { knowsHolidays } from '../../../shared/features/plan/calendar-rules.ts'
import type { Proposal } from '../../../shared/features/plan/proposal-days.ts'
import { isBranch, labelOf } from '../../../shared/features/organisation/organisation.ts'
import { isDay, yearOf } from '../../../shared/kernel/dates.ts'
import { useRules } from '../../api/rules.ts'
import { api, client, type Outputs, problemOfError } from '../../api/client.ts'
import { useEscape } from '../../ui/escape.ts'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { Deed } from './deed-line.tsx'
import { type Choice, ProposalLine } from './proposal-line.tsx'

type Props = {
  organisations: Outputs['organisation']['tree']
  organisationId: string | null
  year: number
  today: string
  onDone: (deed: Deed | null, day: string | null) => void
}

const choicesOf = (proposals: readonly Proposal[]): Choice[] =>
  proposals.map((one, index) => ({ ...one, key: `${index}`, taken: true }))

/** The lines as they are chosen and changed; anew whenever another proposal comes. */
function useChoices(proposals: readonly Proposal[] | undefined) {
  const [choices, setChoices] = useState<Choice[]>([])
  useEffect(() => setChoices(choicesOf(proposals ?? [])), [proposals])
  return {
    choices,
    takeAll: (taken: boolean) => setChoices((old) => old.map((one) => ({ ...one, taken }))),
    change: (key: string, part: Partial<Choice>) =>
      setChoices((old) => old.map((one) => (one.key === key ? { ...one, ...part } : one)))
  }
}

function Lines({ choices, change }: Pick<ReturnType<typeof useChoices>, 'choices' | 'change'>) {
  const [editing, setEditing] = useState<string | null>(null)
  return (
    <ol className="proposal-list" aria-label="建议的计划">
      {choices.map((choice) => (
        <ProposalLine
          key={choice.key}
          choice={choice}
          editing={editing === choice.key}
          onChange={(part) => change(choice.key, part)}
          onEdit={() => setEditing(editing === choice.key ? null : choice.key)}
        />
      ))}
    </ol>
  )
}

/** A year plan put forward line by line; nothing is kept until it is taken, and then in one act. */
export function ProposalSheet({ organisations, organisationId, year: startYear, today, onDone }: Props) {
  const { holidays } = useRules()
  const queries = useQueryClient()
  const first = organisations.find(({ id }) => id === organisationId) ?? organisations.find(isBranch)
  const [chosen, setChosen] = useState(first?.id ?? '')
  const [year, setYear] = useState(Math.max(startYear, yearOf(today)))
  const query = useQuery({
    ...api.plan.propose.queryOptions({ organisationId: chosen, year }),
    enabled: chosen !== '',
    staleTime: Number.POSITIVE_INFINITY
  })
  const { choices, takeAll, change } = useChoices(query.data)
  const taken = choices.filter((one) => one.taken)
  const adopting = useMutation({
    mutationFn: () =>
      client.plan.adopt.mutate({
        entries: taken.map(({ organisationId: id, types, plannedOn, start, place, subject, note }) => ({
          ...{ organisationId: id, types, plannedOn, start, place, subject, note }
        }))
      }),
    onSuccess: async ({ id, added, there }) => {
      await queries.invalidateQueries()
      const text = `已排 ${added} 条计划${there === 0 ? '' : `，${there} 条原来就有`}`
      onDone({ text, undo: () => client.journal.undo.mutate({ id }) }, taken[0]?.plannedOn ?? null)
    }
  })
  const error = query.error ?? adopting.error
  useEscape(() => onDone(null, null))
  return (
    <>
      <PageHead title="排年度计划" note="按频次要求排出还没有着落的会议，看过、改过再采用">
        <Button onClick={() => onDone(null, null)}>返回日历</Button>
        <Button
          type="primary"
          disabled={taken.length === 0 || taken.some(({ plannedOn }) => !isDay(plannedOn))}
          loading={adopting.isPending}
          onClick={() => adopting.mutate()}
        >
          采用 {taken.length} 条
        </Button>
      </PageHead>
      <div className="plan-filter">
        <Select
          aria-label="党组织"
          style={{ width: 260 }}
          value={chosen}
          options={organisations
            .filter(({ kind }) => kind !== '党小组')
            .map((one) => ({ value: one.id, label: labelOf(one) }))}
          onChange={setChosen}
        />
        <Select
          aria-label="年度"
          style={{ width: 120 }}
          value={year}
          options={[0, 1].map((ahead) => yearOf(today) + ahead).map((one) => ({ value: one, label: `${one} 年` }))}
          onChange={setYear}
        />
        {choices.length === 0 ? null : (
          <Checkbox
            checked={taken.length === choices.length}
            indeterminate={taken.length > 0 && taken.length < choices.length}
            onChange={(event) => takeAll(event.target.checked)}
          >
            全选
          </Checkbox>
        )}
        {knowsHolidays(year, holidays) ? null : (
          <span className="tag amber">{year} 年放假安排还没有收进来，按星期一至星期五算工作日</span>
        )}
      </div>
      {error === null ? null : (
        <LoadFailure message={problemOfError(error).message} onRetry={() => void query.refetch()} />
      )}
      <section className="card plan-card">
        {query.isLoading ? <Loading lines={8} /> : null}
        {query.data?.length === 0 ? (
          <div className="empty">
            <p className="empty-title">没有要排的</p>
            <p className="note">这一年还没过去的每一期，都已经有计划或会议了。</p>
          </div>
        ) : (
          <div className="plan-scroll">
            <Lines choices={choices} change={change} />
          </div>
        )}
      </section>
      {taken.length > 0 && taken.some(({ plannedOn }) => !isDay(plannedOn)) ? (
        <Verdict tone="bad">有一条的日期认不出来，改好再采用。</Verdict>
      ) : null}
    </>
  )
}

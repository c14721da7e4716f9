import { useState } from 'react'
import { isDay } from '../../../shared/kernel/dates.ts'
import { noticeEnd } from '../../../shared/features/appraisal/notice-rules.ts'
import { client } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { KeptText } from '../../app/kept-text.tsx'
import { useChange } from '../../app/use-change.ts'
import { Cite } from '../../ui/cite.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { faultAt } from '../../ui/field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { BegunDesk } from './appraisal-words.ts'

type Props = { desk: BegunDesk; locked: boolean; source: string }
type Days = Pick<BegunDesk['appraisal'], 'noticeFrom' | 'noticeTo' | 'feedbackOn'>
type Numbers = Pick<BegunDesk['appraisal'], 'participants' | 'quota'>

const dayOrNone = (day: string | null): boolean => day === null || isDay(day)

/** What belongs to the whole appraisal; each field is kept on leaving it. 公示 ends by itself after the days asked for. */
export function HeadForm({ desk, locked, source }: Props) {
  const { appraisal, may } = desk
  const { id, year } = appraisal
  const rules = useRules(year)
  const [numbers, setNumbers] = useState<Numbers>({ participants: appraisal.participants, quota: appraisal.quota })
  const [days, setDays] = useState<Days>({
    ...{ noticeFrom: appraisal.noticeFrom, noticeTo: appraisal.noticeTo, feedbackOn: appraisal.feedbackOn }
  })
  const save = useChange((head: Parameters<typeof client.appraisal.save.mutate>[0]['head']) =>
    client.appraisal.save.mutate({ id, head })
  )
  const decide = useChange((quota: number | null) =>
    client.appraisal.decide.mutate({ id, decision: { quota, grades: [] } })
  )
  const keepDays = (part: Partial<Days>): void => {
    const next = { ...days, ...part }
    setDays(next)
    if (!locked && Object.values(part).every(dayOrNone)) save.mutate(part)
  }
  const from = (noticeFrom: string | null): void => {
    const ends = noticeFrom !== null && isDay(noticeFrom) ? { noticeTo: noticeEnd(noticeFrom, rules) } : {}
    keepDays({ noticeFrom, ...ends })
  }
  const fault = (field: string): string | undefined => faultAt(save.problem, field) ?? faultAt(decide.problem, field)
  const problem = save.problem ?? decide.problem
  return (
    <fieldset className="appraisal-head-form" disabled={locked}>
      <NumberField
        id="appraisal-participants"
        label="参加考核人数"
        value={numbers.participants}
        hint={`不填按列出的 ${desk.cadres.length} 人`}
        fault={fault('participants')}
        onChange={(participants) => setNumbers((old) => ({ ...old, participants }))}
        onBlur={() => {
          if (numbers.participants !== appraisal.participants) save.mutate({ participants: numbers.participants })
        }}
      />
      {may.decide ? (
        <NumberField
          id="appraisal-quota"
          label="上级核定名额"
          value={numbers.quota}
          hint={source}
          fault={fault('quota')}
          onChange={(quota) => setNumbers((old) => ({ ...old, quota }))}
          onBlur={() => {
            if (numbers.quota !== appraisal.quota) decide.mutate(numbers.quota)
          }}
        />
      ) : null}
      <DayField
        id="appraisal-from"
        label="公示开始"
        value={days.noticeFrom}
        hint={<Cite rules={rules} id="6.4-notice" />}
        fault={fault('noticeFrom')}
        onChange={from}
      />
      <DayField
        id="appraisal-to"
        label="公示结束"
        value={days.noticeTo}
        hint={`满 ${rules.number('6.4-notice', 'days')} 个工作日`}
        fault={fault('noticeTo')}
        onChange={(noticeTo) => keepDays({ noticeTo })}
      />
      <DayField
        id="appraisal-told"
        label="反馈日期"
        value={days.feedbackOn}
        fault={fault('feedbackOn')}
        onChange={(feedbackOn) => keepDays({ feedbackOn })}
      />
      <KeptText
        id="appraisal-outcome"
        label="公示结果"
        value={appraisal.noticeOutcome}
        placeholder="例如：公示期间没有收到异议"
        locked={locked}
        fault={fault('noticeOutcome')}
        onKeep={(noticeOutcome) => save.mutateAsync({ noticeOutcome })}
      />
      {problem === null || problem.field !== undefined ? null : <Verdict tone="bad">{problem.message}</Verdict>}
    </fieldset>
  )
}

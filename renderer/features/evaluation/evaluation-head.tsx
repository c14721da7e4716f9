import { PrinterOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { yearOf } from '../../../shared/kernel/dates.ts'
import { SealedTag } from '../../app/sealed-year.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Step, StepLine } from '../../ui/step-line.tsx'
import { type BegunDesk, type EvaluationView, viewNames } from './evaluation-words.ts'
import type { EvaluationPlace } from './use-evaluation-place.ts'

type Props = {
  place: EvaluationPlace
  branches: readonly Organisation[]
  home: string | null
  today: string
  desk: BegunDesk | null
  view: EvaluationView
}

const firstPaper: Record<EvaluationView, string> = {
  self: 'forms',
  peer: 'peer',
  vote: 'ballot',
  decision: 'result',
  after: 'notices'
}

/** The four steps of R4-01 and what comes after them, each with what it lacks. */
function stepsOf(desk: BegunDesk): Step<EvaluationView>[] {
  const { followUps, evaluation } = desk
  const afterwards = {
    ...{ key: 'after' as const, title: viewNames.after },
    state:
      evaluation.decidedOn === null
        ? ('not-begun' as const)
        : followUps.length === 0
          ? ('done' as const)
          : ('running' as const),
    note: followUps.length === 0 ? '告知、帮教、组织处置' : `还有 ${followUps.length} 件事要办`
  }
  return [
    ...desk.steps.map(({ step, title, state, missing }) => ({ key: step, title, state, note: missing.join('；') })),
    afterwards
  ]
}

/** Title, branch and year, the steps, and the papers. */
export function EvaluationHead({ place, branches, home, today, desk, view }: Props) {
  const years = Array.from({ length: 6 }, (_one, back) => yearOf(today) - back)
  const where = (
    <span className="where-line">
      <Select
        aria-label="年度"
        style={{ width: 108 }}
        value={place.year}
        options={years.map((one) => ({ value: one, label: `${one} 年度` }))}
        onChange={(year) => place.go({ year: `${year}`, member: null, view: null })}
      />
      {branches.length === 0 ? null : (
        <Select
          aria-label="党支部"
          style={{ width: 164 }}
          value={home ?? ''}
          options={[
            ...(branches.length > 1 ? [{ value: '', label: '全部党支部' }] : []),
            ...branches.map((one) => ({ value: one.id, label: labelOf(one) }))
          ]}
          onChange={(id) => place.go({ organisation: id === '' ? null : id, member: null, view: null })}
        />
      )}
      <SealedTag organisationId={home} year={place.year} />
    </span>
  )
  return (
    <PageHead title="民主评议" note={where}>
      {desk === null || !desk.may.enter ? null : (
        <>
          <StepLine
            label="评议的步骤"
            steps={stepsOf(desk)}
            current={view}
            onGo={(key) => place.go({ view: key, member: null })}
          />
          <Button icon={<PrinterOutlined />} onClick={() => place.go({ paper: firstPaper[view] })}>
            材料
          </Button>
        </>
      )}
    </PageHead>
  )
}

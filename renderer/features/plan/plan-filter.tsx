import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Segmented, Select } from 'antd'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { knowsHolidays } from '../../../shared/features/plan/calendar-rules.ts'
import { useRules } from '../../api/rules.ts'
import type { Outputs } from '../../api/client.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { type PlanView, spanInWords, viewNames } from './plan-words.ts'
import type { Plan } from './use-plan.ts'

type Props = { plan: Plan; today: string; organisations: Outputs['organisation']['tree'] }

/** Which view, which time, whose. */
export function PlanFilter({ plan, today, organisations }: Props) {
  const { holidays } = useRules()
  const { view, day, organisationId, year, go, turn } = plan
  return (
    <div className="plan-filter">
      <Segmented<PlanView>
        aria-label="视图"
        value={view}
        options={(Object.keys(viewNames) as PlanView[]).map((value) => ({ value, label: viewNames[value] }))}
        onChange={(value) => go({ view: value, entry: null })}
      />
      <span className="plan-turn">
        <Button icon={<LeftOutlined />} aria-label="往前" title="往前（Alt ←）" onClick={() => turn(-1)} />
        <strong aria-live="polite">{spanInWords(view, day)}</strong>
        <Button icon={<RightOutlined />} aria-label="往后" title="往后（Alt →）" onClick={() => turn(1)} />
      </span>
      <Button onClick={() => go({ day: today })}>
        今天 <Kbd>T</Kbd>
      </Button>
      <Select
        aria-label="党组织"
        style={{ width: 240 }}
        value={organisationId ?? ''}
        options={[
          { value: '', label: '全部党组织' },
          ...organisations.map((one) => ({ value: one.id, label: labelOf(one) }))
        ]}
        onChange={(id) => go({ organisation: id === '' ? null : id, entry: null })}
      />
      {knowsHolidays(year, holidays) ? null : <span className="tag amber">{year} 年放假安排还没有收进来</span>}
    </div>
  )
}

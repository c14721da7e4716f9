import { addDays, addMonths, type Day } from '../../kernel/dates.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import type { Vacancy } from '../checklist/committee-rules.ts'
import { type Alert, levelOn, sourceOf } from './alert.ts'

/** A seat that is empty, how many of its kind there are, and since when the first of them. */
type Empty = { title: Vacancy['title']; since: Day; many: number }

function emptySeats(vacancies: readonly Vacancy[]): Empty[] {
  return (['书记', '委员'] as const).flatMap((title): Empty[] => {
    const days = vacancies.flatMap((one) => (one.title === title && one.since !== null ? [one.since] : [])).sort()
    const [since] = days
    return since === undefined ? [] : [{ title, since, many: days.length }]
  })
}

/**
 * W22 of one organisation as it stands on a day, one for 书记 and one for 委员: blue from the first day a seat is empty, yellow
 * and red by the months since (R2-06). A seat nobody is known to have held is a matter of how the branch is set up.
 */
export function vacancyAlerts(
  organisation: string,
  vacancies: readonly Vacancy[],
  { today, rules }: { today: Day; rules: RulesInForce }
): Alert[] {
  const [yellow, red] = [rules.number('R2-06', 'yellow'), rules.number('R2-06', 'red')]
  return emptySeats(vacancies).flatMap(({ title, since, many }): Alert[] => {
    const steps = { blue: since, yellow: addMonths(since, yellow), red: addMonths(since, red) }
    const level = levelOn(today, steps)
    if (level === null) return []
    const who = title === '书记' ? '书记' : many === 1 ? '委员 1 名' : `委员 ${many} 名，最早的`
    const time = level === 'blue' ? '' : `，已满 ${level === 'red' ? red : yellow} 个月`
    const todo = title === '书记' ? '应及时补选，必要时请上级党组织指派' : '应及时补选'
    return [
      {
        ...{ code: 'W22', organisation, level, subject: `${title}空缺`, due: addDays(steps.red, -1) },
        rule: sourceOf(rules.rule(title === '书记' ? 'R2-06' : 'R1-06')),
        message: `${who}自 ${since} 起空缺${time}；${todo}，已经任职的请补录。`
      }
    ]
  })
}

import './member-figures.css'
import { holdsOn } from '../../../shared/features/post/post.ts'
import { yearOf } from '../../../shared/kernel/dates.ts'
import type { MemberFile } from './member-panel.tsx'

type Figure = { value: string; name: string; amber?: boolean }

/** Whole years between two days. */
const yearsBetween = (from: string, to: string): number =>
  yearOf(to) - yearOf(from) - (to.slice(5) < from.slice(5) ? 1 : 0)

/** Only figures the store can answer; years of membership count from 转正. */
function figuresOf({ member, timeline, completeness, posts }: MemberFile, today: string): Figure[] {
  const year = yearOf(today)
  const attendance = timeline.find((one) => one.year === year)?.attendance ?? null
  const { filled, wanted } = completeness
  const held = posts.filter((post) => holdsOn(post, today)).length
  const { fullOn } = member
  return [
    attendance === null
      ? { value: '—', name: '今年到会率' }
      : {
          value: `${Math.floor((attendance.present * 100) / attendance.expected)}%`,
          name: `到会率 ${attendance.present}/${attendance.expected}`
        },
    { value: `${filled} / ${wanted}`, name: filled === wanted ? '信息齐' : '信息', amber: filled < wanted },
    { value: `${held}`, name: posts.length > held ? `现任，任过 ${posts.length}` : '现任职务' },
    {
      value: fullOn === null || fullOn > today ? '—' : `${yearsBetween(fullOn, today)} 年`,
      name: '党龄'
    }
  ]
}

/** Four figures under the head of the panel. */
export const MemberFigures = ({ file, today }: { file: MemberFile; today: string }) => (
  <dl className="figures">
    {figuresOf(file, today).map(({ value, name, amber = false }) => (
      <div key={name}>
        <dd className={amber ? 'missing' : ''}>{value}</dd>
        <dt>{name}</dt>
      </div>
    ))}
  </dl>
)

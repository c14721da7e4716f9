import { fraction, sumOf, typed } from '../../kernel/fraction.ts'
import type { ItemFacts, LearnerFact } from '../checklist/item-facts.ts'
import type { RecordLink } from '../checklist/item-result.ts'
import { personalMatters } from '../meeting/admission-rules.ts'
import { isAwayOn, whereaboutsKinds } from '../whereabouts/whereabouts.ts'
import { type ReportPart, type ReportTable, partOf, type Said } from './report.ts'
import { meanOf, meetingLink, memberLink, plainFigure } from './report-words.ts'

const hoursOf = (learners: readonly LearnerFact[]) => sumOf(learners.map(({ hours }) => typed(hours.total)))
/** Whether somebody has the hours of the year. */
export const hasHours = ({ hours, target }: LearnerFact): boolean => hours.total >= target - 1e-9

export const hoursLink = ({ memberId, name, hours }: LearnerFact): RecordLink => ({
  ...{ record: 'study', id: memberId, text: `${name} ${hours.total} 学时`, on: null }
})

function hoursSaid({ learners }: ItemFacts): Said {
  if (learners.length === 0) return { says: '没有要完成学时的党员。' }
  const reached = learners.filter(hasHours).length
  return {
    says: `要完成学时的党员${learners.length}名，已完成${reached}名；登记学时合计${plainFigure(hoursOf(learners))}，人均${meanOf(hoursOf(learners), learners.length)}。`,
    links: learners.map(hoursLink)
  }
}

/** Hours by what is asked for: the committee more than the others (R8-01). */
function hoursTable({ learners }: ItemFacts): ReportTable | null {
  if (learners.length === 0) return null
  const groups = [...Map.groupBy(learners, ({ target }) => target)].sort(([one], [other]) => other - one)
  return {
    title: '学时',
    columns: [
      { title: '应完成学时', width: 25, align: 'center' },
      { title: '党员人数', width: 25, align: 'center' },
      { title: '已完成人数', width: 25, align: 'center' },
      { title: '人均学时', width: 25, align: 'center' }
    ],
    rows: groups.map(([target, some]) => [
      ...[plainFigure(typed(target)), `${some.length}`, `${some.filter(hasHours).length}`],
      meanOf(hoursOf(some), some.length)
    ])
  }
}

/** 流动党员 and 失联党员 on the day. */
function awaySaid({ whereabouts, people, day }: ItemFacts): Said {
  const away = whereabouts.filter((spell) => isAwayOn(spell, day))
  const each = whereaboutsKinds.map((kind) => {
    const ids = new Set(away.filter((spell) => spell.kind === kind).map(({ memberId }) => memberId))
    return { kind, ids: [...ids] }
  })
  const told = each.filter(({ ids }) => ids.length > 0)
  if (told.length === 0) return { says: '没有登记流动党员、失联党员。' }
  const nameOf = (memberId: string): string => people.find(({ id }) => id === memberId)?.name ?? ''
  return {
    says: `登记${told.map(({ kind, ids }) => `${kind}党员${ids.length}名`).join('、')}。`,
    links: told.flatMap(({ ids }) => ids.map((memberId) => memberLink({ memberId, name: nameOf(memberId) })))
  }
}

/** What was voted on admission, each with how many carried. */
function admissionsSaid({ meetings }: ItemFacts): Said {
  const voted = meetings.flatMap(({ meeting, verdicts }) =>
    meeting.agenda
      .filter(({ kind }) => personalMatters.includes(kind))
      .map(({ kind, number }) => ({
        ...{ kind, meeting },
        isCarried: verdicts.some((one) => one.number === number && one.verdict === 'carried')
      }))
  )
  if (voted.length === 0) return { says: '没有表决发展党员事项的记录。' }
  const each = personalMatters.flatMap((kind) => {
    const own = voted.filter((one) => one.kind === kind)
    const carried = own.filter(({ isCarried }) => isCarried).length
    return own.length === 0 ? [] : [`${kind}${own.length}件，通过${carried}件`]
  })
  return { says: `会议表决发展党员事项：${each.join('；')}。`, links: voted.map(({ meeting }) => meetingLink(meeting)) }
}

/** 集中培训 of the year by its kind, where any was recorded. */
function trainingSaid({ learners }: ItemFacts): Said | null {
  const trained = learners.filter(({ hours }) => hours.entries.some(({ kind }) => kind === '集中培训'))
  if (trained.length === 0) return null
  const hours = trained.flatMap(({ hours: { entries } }) => entries.filter(({ kind }) => kind === '集中培训'))
  const sum = hours.reduce((total, one) => sumOf([total, typed(one.hours)]), fraction(0))
  return {
    says: `参加集中培训的党员${trained.length}名，学时合计${plainFigure(sum)}。`,
    links: trained.map(({ memberId, name }): RecordLink => ({ record: 'study', id: memberId, text: name, on: null }))
  }
}

/** 党员教育管理: hours against what is asked for, who is away, and admissions voted. */
export function educationPart({ facts }: { facts: ItemFacts }): ReportPart {
  const table = hoursTable(facts)
  return partOf(
    'education',
    '党员教育管理',
    [hoursSaid(facts), trainingSaid(facts), awaySaid(facts), admissionsSaid(facts)],
    { tables: table === null ? [] : [table] }
  )
}

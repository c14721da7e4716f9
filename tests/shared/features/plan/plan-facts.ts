import type { MeetingType } from '../../../../shared/features/meeting/meeting.ts'
import type { Organisation } from '../../../../shared/features/organisation/organisation.ts'
import {
  type PlanBranch,
  type PlanMeeting,
  type PlanUnit,
  type YearPeriods,
  yearPeriods
} from '../../../../shared/features/plan/wanted-rules.ts'
import { type Day, yearOf } from '../../../../shared/kernel/dates.ts'
import { builtInBook } from '../../../../shared/rulebook/rule-book.ts'
import { aBranch } from '../../../factories/records.ts'

/** A meeting that was held, or stands in the calendar after today. */
export const held = (date: Day, ...types: MeetingType[]): PlanMeeting => ({
  id: `${date} ${types.join('、')}`,
  date,
  types,
  year: yearOf(date)
})

export const planned = (plannedOn: Day, ...types: MeetingType[]) => ({ plannedOn, types })

type UnitPart = Partial<Organisation> & Partial<Pick<PlanUnit, 'recordsFrom' | 'meetings' | 'entries'>>

const unit = ({ recordsFrom = null, meetings = [], entries = [], ...part }: UnitPart): PlanUnit => ({
  ...{ organisation: aBranch(part), recordsFrom, meetings, entries }
})

export const aGroup = (id: string, part: UnitPart = {}): PlanUnit =>
  unit({ id, code: id, kind: '党小组', name: `${id}党小组`, shortName: null, ...part })

export const aPlanBranch = ({
  committee = true,
  groups = [],
  ...part
}: UnitPart & { committee?: boolean; groups?: PlanUnit[] } = {}): PlanBranch => ({
  ...unit({ themeDay: 15, ...part }),
  hasCommittee: () => committee,
  groups
})

export const periodsOf = (year: number, today: Day, book = builtInBook): YearPeriods => yearPeriods(year, today, book)

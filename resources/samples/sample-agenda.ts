import { branches } from './sample-branches.ts'
import type { Appointment } from './sample-calendar.ts'
import { elderCommitteeTopics, elderFurtherTopics, elderLectures } from './sample-topics-elders.ts'
import { groupTopics } from './sample-topics-group.ts'
import { type Lecture, lectures } from './sample-lectures.ts'
import { furtherCommitteeTopics, monthlyCommitteeTopics } from './sample-topics-committee.ts'
import { generalTopics, type Topic } from './sample-topics-general.ts'
import { type Theme, themeOf } from './sample-themes.ts'

const turn = <Value>(list: readonly Value[], index: number): Value => {
  const value = list[index % list.length]
  if (value === undefined) throw new Error('an empty list has no turns')
  return value
}

const placeOf = ({ branch }: Appointment): number => branches.indexOf(branch)

/** A branch without a committee hears its secretary and the deputy. */
function worded(topic: Topic, { branch }: Appointment): Topic {
  if (branch.committee) return topic
  const own = (text: string): string => text.replace('支委会', '支部').replace('支部委员', '书记和副书记')
  return { ...topic, title: own(topic.title), resolutions: topic.resolutions.map(own) }
}

const themeTopic = ({ title, remarks, ending }: Theme): Topic => ({ title, remarks, resolutions: [ending] })

const lectureTopic = ({ title, remarks }: Lecture): Topic => ({
  title: `党课：${title}`,
  remarks,
  resolutions: ['听课后每人写一条打算，由{owner}登记学时。']
})

export const lectureOf = (appointment: Appointment, month: number): Lecture =>
  appointment.branch.code === 'ZB06'
    ? turn(elderLectures, Math.ceil(month / 3))
    : turn(lectures, placeOf(appointment) * 3 + Math.ceil(month / 3))

/** The ordinary topics of a meeting; 组织生活会 are put together in sample-meetings.ts. */
export function topicsOf(appointment: Appointment): Topic[] {
  const { matter, branch } = appointment
  const place = placeOf(appointment)
  const elders = branch.code === 'ZB06'
  switch (matter.kind) {
    case 'general': {
      const { study, vote } = turn(generalTopics, matter.quarter)
      return [turn(study, place + matter.quarter), turn(vote, elders && matter.quarter === 2 ? 0 : place)].map(
        (topic) => worded(topic, appointment)
      )
    }
    case 'committee':
      return elders
        ? [turn(elderCommitteeTopics, matter.month - 1), turn(elderFurtherTopics, matter.month)]
        : [turn(monthlyCommitteeTopics, matter.month - 1), turn(furtherCommitteeTopics, place + matter.month)]
    case 'group':
      return [turn(groupTopics, matter.month - 1)]
    case 'theme': {
      const theme = themeTopic(themeOf(branch.code, matter.month))
      return matter.lecture ? [theme, lectureTopic(lectureOf(appointment, matter.month))] : [theme]
    }
    case 'lecture':
      return [lectureTopic(lectureOf(appointment, matter.month))]
    default:
      return []
  }
}

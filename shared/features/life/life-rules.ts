import type { Certainty } from '../../rulebook/rule.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { isLocked } from '../meeting/meeting.ts'
import { missingOf, type Rectification } from '../rectification/rectification.ts'
import type { Criticism, Life, LifeOpinion, LifeTalk } from './life.ts'

/** The eight steps of rules.md §1.4 in their order; the mark says how sure it is that a regulation asks for the step. */
export const lifeSteps = [
  { step: 'scheme', title: '方案和主题', mark: '拟' },
  { step: 'study', title: '会前学习', mark: '✔' },
  { step: 'opinions', title: '征求意见', mark: '✔' },
  { step: 'talks', title: '谈心谈话', mark: '✔' },
  { step: 'examination', title: '对照检查', mark: '拟' },
  { step: 'meeting', title: '开会批评', mark: '✔' },
  { step: 'rectification', title: '整改落实', mark: '✔' },
  { step: 'report', title: '报告归档', mark: '？' }
] as const satisfies readonly { step: string; title: string; mark: Certainty }[]
export type LifeStep = (typeof lifeSteps)[number]['step']

/** What the steps are judged by. */
export type LifeFacts = {
  life: Life
  meeting: Meeting
  rectifications: readonly Rectification[]
  /** Talks in the days before the meeting that count for it (T02). */
  talks: readonly LifeTalk[]
}

/** How far a step is; `says` tells it in words. */
export type StepState = { step: LifeStep; state: 'done' | 'begun' | 'open'; says: string }

const filled = (text: string | null): boolean => text !== null && text.trim() !== ''

export const writtenOpinions = (life: Life): LifeOpinion[] => life.opinions.filter(({ text }) => filled(text))
export const writtenCriticisms = (life: Life): Criticism[] =>
  life.criticisms.filter(({ critic, target, text }) => critic !== null && target !== null && filled(text))

const judge = (step: LifeStep, done: boolean, begun: boolean, says: string): StepState => ({
  step,
  state: done ? 'done' : begun ? 'begun' : 'open',
  says
})

const meetingStep = ({ life, meeting }: LifeFacts): StepState => {
  const count = writtenCriticisms(life).length
  const says =
    count === 0 ? '还没有记批评意见' : `${count} 条批评意见${isLocked(meeting) ? '，记录已完成' : '，记录还没有完成'}`
  return judge('meeting', count > 0 && isLocked(meeting), count > 0 || isLocked(meeting), says)
}

const rectificationStep = ({ rectifications }: LifeFacts): StepState => {
  const lacking = rectifications.filter((one) => missingOf(one).length > 0).length
  const closed = rectifications.filter(({ closedOn }) => closedOn !== null).length
  const says =
    rectifications.length === 0
      ? '还没有问题清单'
      : `${rectifications.length} 个问题，完成 ${closed} 个${lacking === 0 ? '' : `，${lacking} 个缺措施、责任人或时限`}`
  return judge(
    'rectification',
    rectifications.length > 0 && closed === rectifications.length,
    rectifications.length > 0,
    says
  )
}

/** How far each of the eight steps is. Nothing here is stored: it follows from what was recorded. */
export function stepsOf(facts: LifeFacts): StepState[] {
  const { life, meeting } = facts
  const studies = life.studies.length + life.studyMeetings.length
  const opinions = writtenOpinions(life).length
  const talks = facts.talks.length
  const outlines = life.outlines.filter(({ person, text }) => person !== null && filled(text)).length
  const scheme = filled(life.theme) && filled(life.scheme)
  return [
    judge('scheme', scheme, filled(life.theme) || filled(life.scheme), scheme ? '主题和方案都有' : '缺主题或方案'),
    judge('study', studies > 0, studies > 0, studies === 0 ? '还没有记学习' : `学习 ${studies} 次`),
    judge('opinions', opinions > 0, opinions > 0, opinions === 0 ? '还没有记意见' : `${opinions} 条意见`),
    judge('talks', talks > 0, talks > 0, talks === 0 ? '还没有记谈话' : `谈话 ${talks} 次`),
    judge(
      'examination',
      filled(life.examination),
      filled(life.examination) || outlines > 0,
      `${filled(life.examination) ? '班子材料已有' : '缺班子对照检查材料'}${outlines === 0 ? '' : `，发言提纲 ${outlines} 份`}`
    ),
    meetingStep(facts),
    rectificationStep(facts),
    judge(
      'report',
      meeting.reportedOn !== null,
      filled(life.report),
      meeting.reportedOn === null ? '还没有记报送日期' : `${meeting.reportedOn} 报送`
    )
  ]
}

const selfNamed = (one: { memberId: string | null; name: string } | null, other: typeof one): boolean =>
  one !== null && other !== null && (one.memberId ?? one.name) === (other.memberId ?? other.name)

/**
 * What does not fit in what was written: somebody with himself, study after the day of the meeting, criticism by
 * somebody absent. Sentences for the screen; none of it stops anything.
 */
export function lifeNotes({ life, meeting }: Pick<LifeFacts, 'life' | 'meeting'>): { step: LifeStep; says: string }[] {
  const absent = new Set(meeting.absences.map(({ memberId }) => memberId))
  const gone = (person: { memberId: string | null } | null): boolean =>
    person?.memberId != null && absent.has(person.memberId)
  return [
    ...life.studies
      .filter(({ on }) => on > meeting.date)
      .map(({ on }) => ({ step: 'study' as const, says: `学习日期 ${on} 在会议日期 ${meeting.date} 之后。` })),
    ...life.criticisms.flatMap(({ critic, target }, index) => [
      ...(selfNamed(critic, target)
        ? [
            {
              step: 'meeting' as const,
              says: `第 ${index + 1} 条是${critic?.name}批评他自己，自我批评请写进发言提纲。`
            }
          ]
        : []),
      ...(gone(critic)
        ? [{ step: 'meeting' as const, says: `第 ${index + 1} 条：${critic?.name}登记为缺席，又提了批评意见。` }]
        : [])
    ])
  ]
}

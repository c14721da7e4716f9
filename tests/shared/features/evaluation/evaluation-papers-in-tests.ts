import {
  blankEntry,
  blankHelp,
  type Entry,
  type EvaluationGrade,
  evaluationGrades
} from '../../../../shared/features/evaluation/evaluation.ts'
import type { EvaluatedMember, EvaluationResult } from '../../../../shared/features/evaluation/result.ts'
import type { TallyVote } from '../../../../shared/features/evaluation/tally-document.ts'
import { aMember } from '../../../factories/records.ts'

export const organisation = '中共云溪县烟草专卖局机关第一支部委员会'

const familyNames = '方周丁冯许林王何郑石马吕高李杨赵'
const givenNames = ['国栋', '启明', '立新', '雪梅', '静', '慧', '建军', '丽华', '一鸣', '磊']

/** Names as people have them, different for so many people. */
export const namesOf = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, at) =>
      `${familyNames[at % familyNames.length] ?? ''}${givenNames[(at * 7 + Math.floor(at / 16)) % givenNames.length] ?? ''}`
  )

export const anEntry = (memberId: string, part: Partial<Entry> = {}): Entry => ({
  ...blankEntry,
  id: `entry-${memberId}`,
  memberId,
  ...part
})

/** Somebody with the ballots given: 优秀, 合格, 基本合格, 不合格, 弃权. */
export const evaluated = (
  name: string,
  [a, b, c, d, abstained]: readonly [number, number, number, number, number],
  { entry, ...part }: Partial<Omit<EvaluatedMember, 'entry'>> & { entry?: Partial<Entry> } = {}
): EvaluatedMember => {
  const counts = { counts: [a, b, c, d], abstained }
  return {
    person: {
      member: aMember(name, {
        name,
        bornOn: '1985-06-01',
        education: '大学本科',
        joinedOn: '2010-07-01',
        fullOn: '2011-07-01',
        job: '云溪县烟草专卖局办公室副主任'
      }),
      category: '正式党员',
      posts: [],
      groupId: null,
      suspended: null,
      absences: 0,
      hours: { earned: 36, required: 32 },
      restricted: null,
      correcting: null
    },
    entry: anEntry(name, { counts, ...entry }),
    graded: true,
    whyNotGraded: null,
    counts,
    valid: a + b + c + d,
    advice: 'qualified',
    withinLimit: null,
    bars: [],
    ...part
  }
}

/** A branch of so many: every fourth 优秀, the last one 基本合格 with help, and a 预备党员. */
export function evaluatedBranch(count: number): EvaluatedMember[] {
  const people = namesOf(count).map((name, at) => {
    const isLast = at === count - 1
    const final: EvaluationGrade = isLast ? '基本合格' : at % 4 === 0 ? '优秀' : '合格'
    const selfReview = '一年来坚持参加组织生活，完成本职工作，学习还不够深入。今后加强理论学习，联系岗位实际。'
    return evaluated(name, isLast ? [0, 5, 7, 1, 2] : at % 4 === 0 ? [11, 2, 0, 0, 2] : [6, 7, 0, 0, 2], {
      advice: isLast ? 'basic' : at % 4 === 0 ? 'excellent-candidate' : 'qualified',
      entry: {
        final,
        selfReview,
        peerOpinions: '工作踏实，为人热心；希望多参加集体活动。',
        reason: isLast ? '无正当理由两次缺席组织生活。' : null,
        help: isLast
          ? {
              ...blankHelp,
              problem: '参加组织生活不够自觉',
              helper: { name: '方国栋', memberId: null },
              measures: '每月谈一次心，安排一项具体任务。',
              dueOn: '2027-06-30',
              quarters: [{ on: '2027-03-31', text: '按时参加了三次主题党日。' }]
            }
          : null
      }
    })
  })
  const probationary = evaluated('陈雨桐', [6, 7, 0, 0, 2], {
    graded: false,
    whyNotGraded: '预备党员',
    advice: null
  })
  return [...people, { ...probationary, person: { ...probationary.person, category: '预备党员' } }]
}

export const resultOf = (
  members: readonly EvaluatedMember[],
  part: Partial<EvaluationResult> = {}
): EvaluationResult => {
  const decided = Object.fromEntries(
    evaluationGrades.map((grade) => [grade, members.filter(({ entry }) => entry?.final === grade).length])
  ) as EvaluationResult['decided']
  const of = members.filter(({ graded }) => graded).length
  const limit = { base: 'graded' as const, of, limit: Math.floor(of / 3) }
  return { valid: true, limit, members, decided, over: 0, ...part }
}

export const aVote: TallyVote = {
  name: '',
  date: '2026-12-18',
  expected: 18,
  present: 15,
  issued: 15,
  returned: 15,
  ballots: 15
}

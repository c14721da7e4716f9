import { branches, type Branch, type BranchCode, type Row } from './sample-branches.ts'
import { type Chance, chanceOf, oneOf } from './sample-chance.ts'
import { lowGrades, peerOpinions, selfReviews } from './sample-evaluation-words.ts'
import { meetingRows } from './sample-meetings.ts'
import { membersOn, referenceTo, seatsOn } from './sample-office.ts'
import type { SamplePerson } from './sample-people.ts'
import { fill } from './sample-voices.ts'

/** How far a branch is: its ballots are still in the envelope, they are counted, grades are decided, or more than a third 优秀. */
type Progress = 'voted' | 'counted' | 'decided' | 'too-many'

const progressOf: Partial<Record<BranchCode, Progress>> = {
  ZB02: 'voted',
  ZB04: 'counted',
  ZB06: 'decided',
  ZB07: 'too-many'
}

/** 民主评议党员 of a branch at one of its meetings. */
type Vote = { branch: Branch; year: number; meeting: Row; progress: Progress }

const meetingNamed = (number: string): Row[] => meetingRows.filter((row) => row['会议编号'] === number)

const votes: readonly Vote[] = branches.flatMap((branch) => [
  ...meetingNamed(`${branch.code}-SH2025`).map(
    (meeting): Vote => ({ branch, year: 2025, meeting, progress: 'decided' })
  ),
  ...meetingNamed(`${branch.code}-PY2026`).map(
    (meeting): Vote => ({ branch, year: 2026, meeting, progress: progressOf[branch.code] ?? 'decided' })
  )
])

const dayOf = ({ meeting }: Vote): string => String(meeting['日期'])
const papersOf = ({ meeting }: Vote): number => Number(meeting['实到'])
const peopleOf = (vote: Vote): SamplePerson[] => membersOn(vote.branch.code, dayOf(vote))

const roundRow = (vote: Vote): Row => ({
  组织编码: vote.branch.code,
  年度: vote.year,
  日期: dayOf(vote),
  会议编号: vote.meeting['会议编号'] ?? null,
  应到: peopleOf(vote).length,
  发出票: papersOf(vote),
  收回票: papersOf(vote)
})

/** Whether somebody was a full member that day. */
const isFull = ({ category, full }: SamplePerson, day: string): boolean =>
  category === '正式党员' && (full === null || full < day)

const lowOf = (person: SamplePerson, { year }: Vote) =>
  lowGrades.find(({ key, year: of }) => key === person.key && of === year)

/** 优秀 in tenths of the ballots that name a grade: most people have a middling share, the committee a little more. */
function esteem(person: SamplePerson, vote: Vote): number {
  const pick = chanceOf(`esteem ${vote.year} ${person.key}`)
  const seat = seatsOn(vote.branch.code, dayOf(vote)).includes(person) ? 1 : 0
  return Math.min(9, 2 + pick(7) + seat)
}

type Ballots = { 优秀: number; 合格: number; 基本合格: number; 不合格: number; 弃权: number }

function ballotsOf(person: SamplePerson, vote: Vote): Ballots {
  const pick = chanceOf(`ballots ${vote.year} ${person.key}`)
  const abstained = pick(4) === 0 ? 1 : 0
  const valid = papersOf(vote) - abstained
  const low = lowOf(person, vote)
  if (low !== undefined) {
    const worst = low.grade === '不合格' ? Math.ceil(valid * 0.55) : 1
    const basic = low.grade === '不合格' ? Math.floor(valid * 0.25) : Math.ceil(valid * 0.5)
    return { 优秀: 0, 合格: valid - worst - basic, 基本合格: basic, 不合格: worst, 弃权: abstained }
  }
  const excellent = Math.round((valid * esteem(person, vote)) / 10)
  const basic = excellent < valid / 2 && pick(3) === 0 ? 1 : 0
  return { 优秀: excellent, 合格: valid - excellent - basic, 基本合格: basic, 不合格: 0, 弃权: abstained }
}

const nobodysBallots: Row = { 优秀: null, 合格: null, 基本合格: null, 不合格: null, 弃权: null }

/** The best by their ballots, as many as R4-04 allows; one branch takes two more. Twins are entered twice by mistake. */
function bestOf(vote: Vote): SamplePerson[] {
  const graded = peopleOf(vote).filter((person) => isFull(person, dayOf(vote)))
  const third = Math.floor(graded.length / 3)
  const many = vote.progress === 'too-many' ? third + 2 : third - (vote.branch.code === 'ZB06' ? 1 : 0)
  const candidates = graded.filter((person) => !person.twin && person.away === null && person.standing === '正常')
  const share = (person: SamplePerson): number => ballotsOf(person, vote).优秀
  return candidates.sort((one, other) => share(other) - share(one)).slice(0, many)
}

const words = (pick: Chance, vote: Vote, list: readonly string[], other = ''): string =>
  fill(pick, vote.branch.code, oneOf(pick, list), { owner: '', other })

function decisionOf(person: SamplePerson, vote: Vote, best: readonly SamplePerson[]): Row {
  if (vote.progress === 'voted' || vote.progress === 'counted' || !isFull(person, dayOf(vote))) return {}
  const low = lowOf(person, vote)
  if (low !== undefined) return { 组织评定: low.grade, 评定理由: low.reason }
  return { 组织评定: best.includes(person) ? '优秀' : '合格' }
}

/** A member with his ballots and what was written; the men and women of the pension branch say theirs and write little. */
function tallyRow(person: SamplePerson, vote: Vote, best: readonly SamplePerson[]): Row {
  const pick = chanceOf(`review ${vote.year} ${person.key}`)
  const elders = vote.branch.code === 'ZB06'
  const wrote = !person.twin && person.away === null
  const counted = vote.progress !== 'voted' && isFull(person, dayOf(vote))
  return {
    组织编码: vote.branch.code,
    年度: vote.year,
    姓名: referenceTo(person, vote.branch.code),
    ...(counted ? ballotsOf(person, vote) : nobodysBallots),
    自评: wrote ? words(pick, vote, selfReviews[elders ? 'elders' : 'others']) : null,
    互评意见:
      wrote && pick(3) === 0 ? words(pick, vote, peerOpinions[elders ? 'elders' : 'others'], person.name) : null,
    ...decisionOf(person, vote, best)
  }
}

/** Rows of 评议: all branches of 2025, four of 2026. */
export const evaluationRows: readonly Row[] = votes.map(roundRow)

/** Rows of 评议计票. */
export const tallyRows: readonly Row[] = votes.flatMap((vote) => {
  const best = bestOf(vote)
  return peopleOf(vote).map((person) => tallyRow(person, vote, best))
})

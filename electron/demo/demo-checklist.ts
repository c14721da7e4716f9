import { itemsOf } from '../../shared/features/checklist/checklist.ts'
import { brought } from '../features/checklist/checklist-lists.ts'
import { attach } from './demo-meetings.ts'
import { type DemoDesk, demoYear } from './demo-desk.ts'
import { letter, signedSheet } from './demo-files.ts'

const codes = ['ZB01', 'ZB02', 'ZB03', 'ZB04', 'ZB05', 'ZB06', 'ZB07', 'ZB08'] as const

/** When a paper of an item is filed; what is not here is still missing in every branch. */
const days: Readonly<Record<string, string>> = {
  ...{ A6: '2026-03-18', B2: '2026-03-25', E1: '2026-02-26', E2: '2026-06-17', E3: '2026-05-20', F2: '2026-04-14' },
  ...{ H2: '2026-07-09', H3: '2026-10-29', H4: '2026-03-12' }
}

const quarterEnds = ['2026-03-31', '2026-06-30', '2026-09-29']

/** Papers a branch has not handed in: the younger the branch and the further from town, the more. */
const lacks = (code: string, at: number): boolean => code > 'ZB04' && (at * 3 + Number(code.slice(2))) % 5 === 0

type Paper = { item: string; part: string; filedOn: string }

const papers: readonly Paper[] = itemsOf(brought.standard).flatMap(({ id, parts }) =>
  parts.flatMap(({ name }, at): Paper[] => {
    const filedOn = id === 'F3' ? quarterEnds[at] : name === '年度总结' || name === '项目结果' ? undefined : days[id]
    return filedOn === undefined ? [] : [{ item: id, part: name, filedOn }]
  })
)

async function fileProofs(desk: DemoDesk): Promise<void> {
  const { call, organisation, on } = desk
  for (const code of codes)
    for (const [at, { item, part, filedOn }] of papers.entries()) {
      if (lacks(code, at)) continue
      const proof = { id: '', organisationId: organisation(code), year: demoYear, item, part, title: part }
      await on(filedOn, () => call.checklist.saveProof({ ...proof, happenedOn: filedOn, filedOn }))
    }
}

/** Files behind some papers of one branch: a drawn sheet and a letter. */
async function fileScans(desk: DemoDesk): Promise<void> {
  const { call, organisation, deps } = desk
  const { score } = await call.checklist.desk({
    organisationId: organisation('ZB01'),
    year: demoYear,
    list: 'standard'
  })
  const proofs = score.areas.flatMap(({ items }) => items).flatMap((item) => item.proofs)
  const named = (part: string) => proofs.find((proof) => proof.part === part)
  const counted = named('计票单')
  if (counted !== undefined) {
    const file = { record: 'proof' as const, recordId: counted.id, name: '计票单.png' }
    await attach(desk, { ...file, caption: '2025年3月换届计票单', shownOn: '2025-03-25' }, signedSheet(10, 21))
  }
  const founding = named('成立批复')
  if (founding === undefined) return
  const bytes = await letter(deps.documents, {
    ...{ title: ['关于成立机关第一党支部的批复'], number: '云烟党〔2012〕21号', to: '机关各科室：', on: '2012-08-30' },
    text: ['经研究，同意成立机关第一党支部，隶属县局党委管理，党员名册另附。']
  })
  const file = { record: 'proof' as const, recordId: founding.id, name: '成立批复.pdf', caption: '成立批复' }
  await attach(desk, { ...file, shownOn: '2012-08-30' }, bytes)
}

async function addExtras({ call, organisation }: DemoDesk): Promise<void> {
  const extra = (code: string, title: string, points: number, happenedOn: string) =>
    call.checklist.saveBonus({
      ...{ id: '', organisationId: organisation(code), year: demoYear, filedOn: happenedOn, title, points, happenedOn }
    })
  await extra('ZB01', '支部工作法在全州系统交流', 1, '2026-09-16')
  await extra('ZB03', '两名党员被评为全州优秀专卖执法人员', 2, '2026-07-01')
}

/** Who reviews a branch, and how much of the list is behind him. */
const progress: Readonly<Record<string, readonly [reviewer: string, share: number][]>> = {
  ZB06: [['董晓枫', 1]],
  ZB01: [
    ['董晓枫', 0.6],
    ['龚雪岚', 0.3]
  ],
  ZB02: [['董晓枫', 0.2]]
}

/** Where a branch is in its round: the stage it has reached. */
const rounds: readonly (readonly [code: (typeof codes)[number], stage: 'self' | 'meeting' | 'review' | 'published'])[] =
  [
    ['ZB06', 'published'],
    ['ZB01', 'review'],
    ['ZB02', 'review'],
    ['ZB03', 'meeting'],
    ['ZB04', 'self']
  ]

/**
 * A reviewer gives what the records say, now and then a little less; what is open until the end of the year he takes as done.
 * `share` of the items are behind him.
 */
async function reviewItems(desk: DemoDesk, code: string, reviewId: string, given: readonly [string, number][]) {
  const wish = { organisationId: desk.organisation(code), year: demoYear, list: 'standard' as const }
  const { score } = await desk.call.checklist.desk(wish)
  const items = score.areas.flatMap((area) => area.items).filter(({ status }) => status !== 'not-applicable')
  for (const [index, [reviewer, share]] of given.entries())
    for (const [at, item] of items.slice(0, Math.ceil(items.length * share)).entries()) {
      const points = Number(item.status === 'scored' ? item.score : item.max)
      const less = (at + index * 4) % 11 === 0 && points >= 1 ? 0.5 : 0
      const reason = less === 0 && points === Number(item.max) ? null : '同记录核对过，内容写得过于简单。'
      await desk.call.checklist.savePoint({ reviewId, reviewer, item: item.id, points: points - less, reason })
    }
}

async function review(desk: DemoDesk): Promise<void> {
  const { call, organisation, meeting } = desk
  for (const [code, stage] of rounds) {
    const of = { organisationId: organisation(code), year: demoYear, list: 'standard' as const }
    const before = await call.checklist.saveReview({ ...of, selfOn: '2026-11-06' })
    if (stage === 'self') continue
    const { id: meetingId, date } = meeting(`${code}-DH4`)
    await call.checklist.saveReview({ ...of, meetingId, meetingOn: date })
    if (stage === 'meeting') continue
    await call.checklist.saveReview({ ...of, reviewers: progress[code]?.map(([name]) => name) ?? [] })
    await reviewItems(desk, code, before.id, progress[code] ?? [])
    if (stage !== 'published') continue
    await call.checklist.saveReview({
      ...of,
      finalNote: '老同志支部先考评。换届没有按期，按一票否决，本年度不定星级。'
    })
    await call.checklist.publish({ id: before.id })
  }
}

/** Papers, extra points and the rounds of review. */
export async function fillChecklist(desk: DemoDesk): Promise<void> {
  await fileProofs(desk)
  await fileScans(desk)
  await addExtras(desk)
  await review(desk)
}

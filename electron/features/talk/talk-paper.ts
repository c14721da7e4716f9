import { talkKindName } from '../../../shared/features/talk/talk-kinds.ts'
import { talkCountsDocument, talkCountsSheet } from '../../../shared/features/talk/talk-counts-document.ts'
import { talkCoverageDocument } from '../../../shared/features/talk/talk-coverage-document.ts'
import { blankTalkDocument, talkDocument } from '../../../shared/features/talk/talk-document.ts'
import {
  talkLedgerDocument,
  type TalkLedgerRow,
  talkLedgerSheet
} from '../../../shared/features/talk/talk-ledger-document.ts'
import { talkPlanDocument, talkPlanSheet } from '../../../shared/features/talk/talk-plan-document.ts'
import type { Talk, TalkHead } from '../../../shared/features/talk/talk.ts'
import type { TalkKind } from '../../../shared/features/talk/talk-kinds.ts'
import { type TalkPaperName, talkPaperNames } from '../../../shared/features/talk/talk-papers.ts'
import { talkFindings } from '../../../shared/features/talk/check-rules.ts'
import { type RulesInForce, rulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import { titlesOn } from '../../../shared/features/meeting/meeting-rules.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { readRosters } from '../meeting/meeting-judgement.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import type { Paper } from '../paper/paper.ts'
import { occasionsNaming } from './occasion-repository.ts'
import { mayRead, type TalkCall } from './talk-access.ts'
import { categoryOf } from './talk-facts.ts'
import { talksOf } from './talk-repository.ts'
import { readTalk } from './talk-service.ts'
import { branchOf, dueOnPaper, statisticsOf, talkYear, type TalkWish, type TalkYear } from './talk-year.ts'

/** The tables of a branch and year: 计划, 台账 in figures or with contents, 覆盖情况. */
export type TalkTableName = Exclude<TalkPaperName, 'record'>

/** The day a talk was put down, where that was late. */
function lateOnOf(talk: TalkHead, today: Day, rules: RulesInForce): Day | null {
  const nothing = { talks: [], meetings: [], lifeMeetings: [], memberOf: () => true }
  const late = talkFindings(talk, { ...nothing, today, rules }).some(({ code }) => code === 'late-entry')
  return late ? (talk.writtenOn ?? talk.recordedOn) : null
}

/** 谈心谈话记录表 or 入党谈话记录 of a talk that was opened for somebody who may read it. */
export function talkRecordPaper(tables: Tables, talk: Talk, today: Day): Outcome<Paper> {
  const organisation = organisationById(tables, talk.organisationId)
  if (organisation === null) return failure('organisation-unknown', '找不到这个党组织，可能已被删除。')
  const roster = readRosters(tables).of(organisation)
  const talker = roster.members.find(({ id }) => id === talk.talker.memberId)
  const applied = occasionsNaming(tables, talk.partner.memberId).findLast(({ kind }) => kind === '入党')
  const document = talkDocument({
    ...{ talk, organisation },
    talkerPosts: talker === undefined ? [] : titlesOn(talker, talk.date, roster),
    partnerStatus: categoryOf(roster, talk.partner.memberId, talk.date),
    lateOn: lateOnOf(talk, today, rulesInForce(ruleBookOf(tables), talk.date)),
    appliedOn: talk.kind === 'T03' ? (applied?.date ?? null) : null
  })
  return success({ title: `${talk.number}${document.meta.title}`, document })
}

/** 谈心谈话记录表 or 入党谈话记录 of a talk he may read; printing L2 and L3 is noted under `act`, like reading. */
export function talkRecord(call: TalkCall, id: string, act: string): Outcome<Paper> {
  const read = readTalk(call, id, act)
  return read.ok ? call.store.read((tables) => talkRecordPaper(tables, read.value, call.today)) : read
}

function planPaper({ organisation, plans, talks }: TalkYear, year: number, today: Day): Paper {
  const held = new Map(talks.map(({ id, date }) => [id, date]))
  const lines = plans.map((plan) => ({ plan, heldOn: plan.talkId === null ? null : (held.get(plan.talkId) ?? null) }))
  const paper = { organisation: organisation.name, year, date: today, lines }
  return { title: `${year}年度${talkPaperNames.plan}`, document: talkPlanDocument(paper), sheet: talkPlanSheet(paper) }
}

function coveragePaper({ reader, today }: TalkCall, year: TalkYear): Paper {
  const { organisation, coverage, rules } = year
  const due = dueOnPaper(year, reader)
  const document = talkCoverageDocument({ organisation: organisation.name, date: today, coverage, due, rules })
  return { title: document.meta.title, document }
}

/** With contents: talks of L1 and L2 he may read, and no others; that L2 was read is noted. */
function ledgerPaper(call: TalkCall, tables: Tables, branch: TalkYear, year: number): Paper & { guarded: boolean } {
  const { store, reader, today } = call
  const { organisation, rules } = branch
  const talks = talksOf(tables, [organisation.id], year).filter(
    (talk) => talk.level !== 'L3' && mayRead(store, reader, talk)
  )
  const rows = talks.map(
    ({ contents, sealed: _sealed, ...talk }): TalkLedgerRow => ({
      ...{ talk, contents, lateOn: lateOnOf(talk, today, rules) }
    })
  )
  const paper = { organisation: organisation.name, year, date: today, rows }
  return {
    title: `${year}年度${talkPaperNames.ledger}`,
    document: talkLedgerDocument(paper),
    sheet: talkLedgerSheet(paper),
    guarded: talks.some(({ level }) => level === 'L2')
  }
}

function countsPaper(call: TalkCall, tables: Tables, branch: TalkYear, year: number): Paper {
  const statistics = statisticsOf(call, tables, branch, year)
  const paper = { organisation: branch.organisation.name, year, date: call.today, statistics }
  const document = talkCountsDocument(paper)
  return { title: document.meta.title, document, sheet: talkCountsSheet(paper) }
}

/** One of the tables; `contents` asks for the ledger with what was said. */
export function talkTable(call: TalkCall, name: TalkTableName, wish: TalkWish & { contents: boolean }): Outcome<Paper> {
  const { store, today } = call
  const made = store.read((tables): Outcome<Paper & { guarded?: boolean }> => {
    const branch = branchOf(tables, call, wish.organisationId)
    if (!branch.ok) return branch
    const year = talkYear(tables, branch.value, { year: wish.year, today })
    if (name === 'plan') return success(planPaper(year, wish.year, today))
    if (name === 'coverage') return success(coveragePaper(call, year))
    return success(
      wish.contents ? ledgerPaper(call, tables, year, wish.year) : countsPaper(call, tables, year, wish.year)
    )
  })
  if (made.ok && made.value.guarded === true) store.note('talk.ledger.read', 'ok', wish.organisationId)
  return made
}

/** The form to fill in by hand; `kind` null leaves the kind open. */
export function blankTalkPaper(
  store: Store,
  organisationId: string,
  kind: TalkKind | null,
  today: Day
): Outcome<Paper> {
  return store.read((tables) => {
    const organisation = organisationById(tables, organisationId)
    if (organisation === null) return failure('organisation-unknown', '找不到这个党组织，可能已被删除。')
    if (!inReach(store.reach, organisationId)) return outOfReach()
    const what = kind === null ? talkPaperNames.record : talkKindName(kind)
    return success({ title: `${what}（空白表）`, document: blankTalkDocument(kind, organisation, today) })
  })
}

import type { ImportPlan } from '../../../shared/features/ledger/ledger.ts'
import { evaluationReport } from '../../../shared/features/evaluation/result-rules.ts'
import { keptLifePapers } from '../../../shared/features/life/life-papers.ts'
import { keptPapersOf } from '../../../shared/features/meeting/meeting-papers.ts'
import { isBranch, labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import { belongsToYear, type MissingPaper, type PackReport } from '../../../shared/features/pack/pack.ts'
import { groupOfMeeting, type VolumeScheme } from '../../../shared/features/pack/volume-scheme.ts'
import { pollReport } from '../../../shared/features/poll/poll-rules.ts'
import { reported } from '../../../shared/features/alert/alert.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { safeFileName } from '../../../shared/kernel/file-names.ts'
import type { Store, Tables } from '../../store/store.ts'
import { alertsOf } from '../alert/alert-facts.ts'
import { lifeInput, lifePaperOf } from '../life/life-paper.ts'
import { contradictionsIn } from '../meeting/meeting-clashes.ts'
import { type JudgedMeeting, judgedMeetings, type Rosters, readRosters } from '../meeting/meeting-judgement.ts'
import { paperOf } from '../meeting/meeting-paper.ts'
import type { Paper } from '../paper/paper.ts'
import { readSettings } from '../setting/setting-service.ts'
import { appraisalPapers } from './pack-appraisals.ts'
import { filedDocuments } from './pack-attachments.ts'
import { checklistReports, missingPapers, packChecklists, packMissing } from './pack-checklists.ts'
import { type Made, type PackDocument, documentsOf } from './pack-documents.ts'
import { evaluationPapers, type PackEvaluation, packEvaluations } from './pack-evaluations.ts'
import { asOfDay, yearPapers } from './pack-papers.ts'
import { registerPapers } from './pack-registers.ts'
import { type ReportGround, reportPapers } from './pack-reports.ts'
import type { TalkYear } from '../talk/talk-year.ts'
import { reviewsOf } from '../checklist/review-repository.ts'
import { packPolls, pollPapers } from './pack-polls.ts'
import { talkPapers, talkRecords, talkReport, talkYears } from './pack-talks.ts'

/**
 * One organisation's part of a pack; `folder` is '' for the organisation the pack is of, else 编码-简称. `documents` makes its
 * papers when they are wanted: those of forty branches at once would fill the memory.
 */
export type PackPart = {
  organisation: Organisation
  folder: string
  /** The branches whose gaps it tells of: its own, at the top of all. */
  covers: ReadonlySet<string>
  documents(): PackDocument[]
}

export type PackPlan = { parts: PackPart[]; report: PackReport; missing: MissingPaper[]; scheme: VolumeScheme }

/**
 * Whose pack, of which year, as of which day; `talks` puts the records of L1 in, which nobody gets unless he asks, and `tally` false
 * leaves out what is only for who may see tallies.
 */
export type PackWish = { year: number; today: Day; faults: ImportPlan['faults']; talks?: boolean; tally?: boolean }

/** The papers that are kept of a meeting, and of its steps where it is a 组织生活会; `kind` as the manifest says it. */
function papersFor(tables: Tables, one: JudgedMeeting): { kind: string; made: Paper }[] {
  const papers = keptPapersOf(one.meeting).map((paper) => ({
    kind: `meeting-${paper}`,
    made: paperOf(tables, one, paper)
  }))
  if (!one.meeting.types.includes('组织生活会')) return papers
  const input = lifeInput(tables, one)
  const steps = keptLifePapers(input).map((paper) => ({ kind: `life-${paper}`, made: lifePaperOf(input, paper) }))
  return [...papers, ...steps]
}

const meetingPapers = (tables: Tables, judged: readonly JudgedMeeting[]): Made[] =>
  judged.flatMap((one) => {
    const { id, types, date } = one.meeting
    return papersFor(tables, one).map(({ kind, made }): Made => {
      return { kind, group: groupOfMeeting(types), date, records: [id], paper: made }
    })
  })

/** Who hands papers in: with the organisations below it, and its meetings of the year. */
type Owner = { organisation: Organisation; folder: string; below: Organisation[]; held: JudgedMeeting[] }

/** Groups hand their papers in with their branch; a 党委 or 党总支 has a folder for each branch below it. */
function ownersOf(organisations: readonly Organisation[], root: Organisation, held: readonly JudgedMeeting[]): Owner[] {
  const scope = new Set(withDescendants(organisations, root.id))
  const byId = new Map(organisations.map((one) => [one.id, one]))
  const ownerOf = ({ organisation }: JudgedMeeting): string =>
    organisation.kind === '党小组' && organisation.id !== root.id && organisation.parentId !== null
      ? (byId.get(organisation.parentId)?.id ?? organisation.id)
      : organisation.id
  const meetings = Map.groupBy(held, ownerOf)
  return organisations
    .filter((one) => scope.has(one.id) && (one.id === root.id || one.kind !== '党小组'))
    .sort((a, b) => Number(b.id === root.id) - Number(a.id === root.id))
    .map((organisation) => ({
      organisation,
      folder:
        organisation.id === root.id ? '' : `${safeFileName(organisation.code)}-${safeFileName(labelOf(organisation))}`,
      below: organisations.filter((one) => withDescendants(organisations, organisation.id).includes(one.id)),
      held: meetings.get(organisation.id) ?? []
    }))
}

const inOrder = (a: JudgedMeeting, b: JudgedMeeting): number =>
  `${a.meeting.date}${a.meeting.start ?? ''}${a.meeting.number}` <
  `${b.meeting.date}${b.meeting.start ?? ''}${b.meeting.number}`
    ? -1
    : 1

/** `meetings` of report.json, with what contradicts what. */
function meetingReports(tables: Tables, judged: readonly JudgedMeeting[], rosters: Rosters): PackReport['meetings'] {
  const clashes = contradictionsIn(tables, judged, rosters)
  return judged.map(({ meeting, counts, verdicts }) => ({
    number: meeting.number,
    ...counts,
    agenda: verdicts,
    contradictions: (clashes.get(meeting.id) ?? []).map(({ code, message }) => ({ code, message }))
  }))
}

/** What there is of an organisation and year to report on. */
const reportGround = (
  tables: Tables,
  organisation: Organisation,
  found: {
    year: number
    held: readonly JudgedMeeting[]
    branch: TalkYear | undefined
    evaluations: readonly PackEvaluation[]
  }
): ReportGround => ({
  isBranch: isBranch(organisation),
  meetings: found.held.length > 0,
  talks: (found.branch?.talks.length ?? 0) > 0,
  evaluation: found.evaluations.some((one) => one.organisation.id === organisation.id),
  review: reviewsOf(tables, [organisation.id], found.year).some(({ reviewers }) => reviewers.length > 0)
})

/** The pack of an organisation and those below it as data: what is to be written, and what the report says. */
export function planPack(
  store: Store,
  root: Organisation,
  { year, today, faults, talks = false, tally = true }: PackWish
): PackPlan {
  return store.read((tables) => {
    const rosters = readRosters(tables)
    const scope = withDescendants(rosters.organisations, root.id)
    const inScope = rosters.organisations.filter(({ id }) => scope.includes(id))
    const meetings = rosters.meetings(scope)
    const ofYear = meetings.filter((meeting) => belongsToYear(meeting, year))
    const judged = judgedMeetings(tables, ofYear, today, rosters).sort(inOrder)
    const held = judged.filter(({ meeting }) => meeting.date <= today)
    const years = talkYears(tables, scope, { year, today }, rosters)
    const evaluations = packEvaluations(tables, scope, { year, today }, rosters)
    const polls = packPolls(tables, scope, { year, today })
    const branches = rosters.organisations.filter((one) => isBranch(one) && scope.includes(one.id))
    const lists = packChecklists(tables, branches, { year, today }, rosters)
    const scheme = readSettings(tables, 'volumes')
    const missing = missingPapers(lists, scheme)
    const heldIn = (below: readonly Organisation[]): JudgedMeeting[] => {
      const ids = new Set(below.map(({ id }) => id))
      return held.filter(({ organisation }) => ids.has(organisation.id))
    }
    const madeFor = (own: Tables, { organisation, below, held: meetings }: Owner): Made[] => {
      const branch = years.get(organisation.id)
      return [
        ...yearPapers(store, own, organisation, below, { year, today }),
        ...registerPapers({ tables: own, organisation, below, held: heldIn(below), year, day: asOfDay(year, today) }),
        ...reportPapers(
          store,
          { organisationId: organisation.id, year },
          today,
          reportGround(own, organisation, { year, held: meetings, branch, evaluations }),
          { rosters, scores: lists }
        ),
        ...meetingPapers(own, meetings),
        ...evaluationPapers(own, evaluations, organisation, today, rosters),
        ...pollPapers(polls, organisation, root, today, rosters),
        ...appraisalPapers(own, organisation, { year, today }, rosters, tally),
        ...(branch === undefined ? [] : talkPapers(own, branch, { year, today })),
        ...(branch === undefined || !talks ? [] : talkRecords(own, branch, { year, today })),
        ...filedDocuments(store, own, { below, held: meetings }, year)
      ]
    }
    return {
      scheme,
      missing,
      parts: ownersOf(rosters.organisations, root, held).map((owner) => ({
        ...{ organisation: owner.organisation, folder: owner.folder },
        covers: new Set(owner.below.map(({ id }) => id)),
        documents: () => store.read((own) => documentsOf(madeFor(own, owner), scheme))
      })),
      report: {
        year,
        today,
        organisation: root.code,
        faults,
        warnings: alertsOf(tables, inScope, { year, today }, rosters, {
          ...{ meetings, judged, evaluations },
          talks: [...years.values()]
        }).map(reported),
        meetings: meetingReports(tables, judged, rosters),
        talks: [...years.values()].map(talkReport),
        evaluations: evaluations.map(({ organisation, result }) => evaluationReport(organisation.code, result)),
        polls: polls.flatMap(({ poll, outcome }) => pollReport(poll, outcome)),
        checklist: checklistReports(lists),
        pack: { documents: 0, missing: packMissing(missing) }
      }
    }
  })
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../electron/workbook/workbook-reader.ts'
import { sampleLedger } from '../../../resources/samples/sample-ledger.ts'
import type { ImportPlan, Office } from '../../../shared/features/ledger/ledger.ts'
import { planImport } from '../../../shared/features/ledger/ledger-plan.ts'
import { absenceAlerts } from '../../../shared/features/alert/absence-alert-rules.ts'
import { inOrderOfAlerts } from '../../../shared/features/alert/alert.ts'
import { meetingAlerts } from '../../../shared/features/alert/meeting-alert-rules.ts'
import { contradictionsOf } from '../../../shared/features/meeting/contradiction-rules.ts'
import { countsOf, rollOf } from '../../../shared/features/meeting/meeting-rules.ts'
import { dayBookOf, sittingOf } from '../../../shared/features/meeting/sitting-rules.ts'
import { voteNotes, voteVerdict } from '../../../shared/features/meeting/vote-rules.ts'
import { membershipOn } from '../../../shared/features/member/member.ts'
import { missingFields } from '../../../shared/features/member/member-rules.ts'
import { isBranch, labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { termRunsTo, withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import { sexOf } from '../../../shared/kernel/citizen-id.ts'
import type { TaskState } from '../../../shared/features/task/task.ts'
import { taskState } from '../../../shared/features/task/task-rules.ts'
import { root } from '../../factories/office.ts'
import { brought } from '../../../electron/features/checklist/checklist-lists.ts'
import { itemsOf } from '../../../shared/features/checklist/checklist.ts'
import { emptyOffice as nothing } from '../../shared/features/ledger/ledger-offices.ts'
import { saved, sizeOf } from '../../shared/features/ledger/ledger-sheets-in-tests.ts'
import { builtInBook } from '../../../shared/rulebook/rule-book.ts'
import { plainRules } from '../../factories/rules.ts'

const today = '2026-11-21'
const committed = readFileSync(join(root, 'resources/samples/示例台账.xlsx'))
const reading = await readWorkbook(committed)
if (!reading.ok) throw new Error(reading.problem.message)
const sheets = reading.value

/** A new store: no record, and the checklist that comes with the program. */
const emptyOffice: Office = {
  ...nothing,
  items: itemsOf(brought.standard).map(({ id, title, points, kind }) => ({ id, title, most: points, kind }))
}

function planned(before: Office): ImportPlan {
  let id = 0
  return planImport(sheets, before, { today, newId: () => `n${++id}` })
}

const first = planned(emptyOffice)
const office = saved(emptyOffice, first)
const branches = office.organisations.filter(isBranch)
const inside = office.members.filter(
  (member) => member.standing === '正常' && branches.some(({ id }) => membershipOn(member, id, today) !== null)
)

function rosterOf(organisation: Organisation) {
  const scope = withDescendants(office.organisations, organisation.id)
  const posts = office.posts.filter((post) => post.organisationId === organisation.id)
  return { organisation, scope, posts, members: office.members, suspensions: office.suspensions, exemptions: [] }
}

const rolled = office.meetings.map((meeting) => {
  const organisation = office.organisations.find(({ id }) => id === meeting.organisationId)
  if (organisation === undefined) throw new Error(`${meeting.number} has no organisation`)
  const roster = rosterOf(organisation)
  return { meeting, organisation, roster, roll: rollOf(meeting.types, meeting.date, roster) }
})
const dayBook = dayBookOf(
  rolled.map(({ meeting, roll, organisation }) => sittingOf(meeting, roll, labelOf(organisation)))
)

function judged({ meeting, organisation, roster, roll }: (typeof rolled)[number]) {
  const counts = countsOf(roll, meeting.absences)
  const surroundings = { dayBook, termRunsTo: termRunsTo(organisation, plainRules), rules: plainRules }
  return {
    contradictions: contradictionsOf(meeting, roll, roster, surroundings).map(
      ({ code }) => `${meeting.number} ${code}`
    ),
    verdicts: meeting.agenda.map((item) => voteVerdict(item, meeting.types, counts, plainRules)),
    notes: meeting.agenda.flatMap((item) => voteNotes(item, meeting.types, counts))
  }
}

/** W01–W06 and W10 of all branches on the day of the story. */
function reminders(): string[] {
  const watched = (organisation: Organisation) => ({
    organisation,
    recordsFrom: null,
    hasCommittee: () => organisation.hasCommittee === true,
    meetings: office.meetings.filter((meeting) => meeting.organisationId === organisation.id)
  })
  const found = branches.flatMap((branch) => {
    const inside = withDescendants(office.organisations, branch.id)
    const groups = office.organisations.filter(({ id, kind }) => kind === '党小组' && inside.includes(id))
    const people = rollOf(['党员大会'], today, rosterOf(branch))
    const events = rolled.filter(({ organisation }) => inside.includes(organisation.id))
    return [
      ...meetingAlerts(watched(branch), groups.map(watched), { year: 2026, today, book: builtInBook }),
      ...absenceAlerts(branch.code, people, events, { from: branch.foundedOn, today })
    ]
  })
  return inOrderOfAlerts(found).map(
    ({ organisation, code, level, subject }) => `${organisation} ${code} ${level} ${subject}`
  )
}

describe('the sample ledger', () => {
  it('is what the generator writes, byte for byte', async () => {
    const [once, again] = [await sampleLedger(), await sampleLedger()]
    expect(Buffer.from(once).equals(committed)).toBe(true)
    expect(Buffer.from(again).equals(committed)).toBe(true)
  })

  it('goes into an empty office without a fault, and a second time without a change', () => {
    expect(first.faults).toEqual([])
    expect(sizeOf(planned(office)).every((count) => count === 0)).toBe(true)
  })
})

describe('the sample office', () => {
  it('has tasks that are done, overdue, near and open, and hours beside those of meetings for most', () => {
    const states = Map.groupBy(office.tasks, (task) => taskState(task, today))
    const counts = ['done', 'overdue', 'near', 'open'].map((state) => states.get(state as TaskState)?.length)
    expect(counts).toEqual([70, 5, 3, 10])
    expect(office.studies).toHaveLength(340)
    expect(new Set(office.studies.map(({ kind }) => kind))).toEqual(new Set(['脱产', '集中培训', '自学']))
  })

  it('is one 党委 with eight branches and about 160 people', () => {
    const roots = office.organisations.filter(({ parentId }) => parentId === null)
    expect(roots.map(({ code, kind, shortName }) => `${code} ${kind} ${shortName}`)).toEqual(['DW01 党委 县局党委'])
    expect(branches).toHaveLength(8)
    const party = inside.filter(({ category }) => category === '正式党员' || category === '预备党员')
    for (const people of [inside, party]) {
      expect(people.length).toBeGreaterThanOrEqual(150)
      expect(people.length).toBeLessThanOrEqual(170)
    }
  })

  it('has a term that ended, one about to end, and one that runs on an extension', () => {
    const runsTo = new Map(branches.map((branch) => [branch.code, termRunsTo(branch, plainRules)]))
    expect(['ZB06', 'ZB05', 'ZB02'].map((code) => runsTo.get(code))).toEqual(['2026-09-15', '2026-12-20', '2026-12-31'])
  })

  it('gives people ID numbers that agree with sex and birth date, and keeps none twice', () => {
    const numbers = office.members.flatMap(({ citizenId }) => citizenId ?? [])
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const { name, sex, citizenId } of office.members)
      if (citizenId !== null) expect([name, sexOf(citizenId)]).toEqual([name, sex])
  })

  it('has people to be completed, people entered twice, and people who moved between branches', () => {
    expect(inside.filter((member) => missingFields(member).length > 0)).toHaveLength(14)
    const alike = Map.groupBy(inside, ({ name, bornOn }) => `${name} ${bornOn}`)
    const pairs = [...alike.values()].filter((people) => people.length > 1)
    expect(pairs.map((people) => people.filter(({ citizenId }) => citizenId === null).length)).toEqual([1, 1, 1])
    expect(office.members.filter(({ memberships }) => memberships.length > 1)).toHaveLength(6)
  })

  it('contradicts itself only where it is meant to, and nowhere in ZB01', () => {
    const found = rolled.flatMap((one) => judged(one).contradictions)
    for (const flaw of ['ZB04-ZW04 recorder-absent', 'ZB05-DR03 present-count', 'ZB07-DR04 studied-before-published'])
      expect(found).toContain(flaw)
    expect(found.filter((flaw) => /^(ZB01|XZ01)/.test(flaw))).toEqual([])
    expect(found.filter((flaw) => !flaw.endsWith('term-expired'))).toHaveLength(3)
    expect(found.filter((flaw) => flaw.endsWith('term-expired'))).toEqual(
      ['DH3', 'DH4', 'ZW10', 'ZW11'].map((number) => `ZB06-${number} term-expired`)
    )
  })

  it('reminds of the meetings nobody held, of what is still to come, of one who stays away and one who is bedridden', () => {
    expect(reminders()).toEqual([
      'XZ0302 W03 red 2026年8月党小组会',
      'ZB02 W02 blue 2026年11月支委会',
      'ZB04 W04 yellow 2026年11月主题党日',
      'ZB05 W02 red 2026年7月支委会',
      'ZB05 W06 blue 2026年度组织生活会',
      'ZB05 W10 yellow 彭海',
      'ZB06 W10 red 杨世昌',
      'ZB08 W01 red 2026年第三季度党员大会',
      'ZB08 W06 blue 2026年度组织生活会'
    ])
  })

  it('counts its votes so that they add up, and loses one of them', () => {
    const all = rolled.map(judged)
    expect(all.flatMap(({ notes }) => notes)).toEqual([])
    const verdicts = all
      .flatMap((one) => one.verdicts.map(({ verdict }) => verdict))
      .filter((one) => one !== 'not-voted')
    expect(verdicts.filter((verdict) => verdict !== 'carried')).toEqual(['not-carried'])
  })
})

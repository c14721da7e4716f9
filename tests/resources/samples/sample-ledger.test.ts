import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../electron/workbook/workbook-reader.ts'
import { sampleLedger } from '../../../resources/samples/sample-ledger.ts'
import type { ImportPlan, Office } from '../../../shared/features/ledger/ledger.ts'
import { planImport } from '../../../shared/features/ledger/ledger-plan.ts'
import { contradictionsOf } from '../../../shared/features/meeting/contradiction-rules.ts'
import type { Meeting } from '../../../shared/features/meeting/meeting.ts'
import { countsOf, rollOf } from '../../../shared/features/meeting/meeting-rules.ts'
import { voteNotes, voteVerdict } from '../../../shared/features/meeting/vote-rules.ts'
import { membershipOn } from '../../../shared/features/member/member.ts'
import { missingFields } from '../../../shared/features/member/member-rules.ts'
import { isBranch } from '../../../shared/features/organisation/organisation.ts'
import { termRunsTo, withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import { sexOf } from '../../../shared/kernel/citizen-id.ts'
import { root } from '../../factories/office.ts'
import { emptyOffice } from '../../shared/features/ledger/ledger-offices.ts'
import { saved, sizeOf } from '../../shared/features/ledger/ledger-sheets-in-tests.ts'

const today = '2026-11-21'
const committed = readFileSync(join(root, 'resources/samples/示例台账.xlsx'))
const reading = await readWorkbook(committed)
if (!reading.ok) throw new Error(reading.problem.message)
const sheets = reading.value

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

function judged(meeting: Meeting) {
  const organisation = office.organisations.find(({ id }) => id === meeting.organisationId)
  if (organisation === undefined) throw new Error(`${meeting.number} has no organisation`)
  const scope = withDescendants(office.organisations, organisation.id)
  const posts = office.posts.filter((post) => post.organisationId === organisation.id)
  const roster = { organisation, scope, posts, members: office.members, suspensions: office.suspensions }
  const roll = rollOf(meeting.types, meeting.date, roster)
  const counts = countsOf(roll, meeting.absences)
  return {
    contradictions: contradictionsOf(meeting, roll, roster).map(({ code }) => `${meeting.number} ${code}`),
    verdicts: meeting.agenda.map((item) => voteVerdict(item, meeting.types, counts)),
    notes: meeting.agenda.flatMap((item) => voteNotes(item, meeting.types, counts))
  }
}

describe('the sample ledger', () => {
  it('is what the generator writes, byte for byte', async () => {
    const [once, again] = [await sampleLedger(), await sampleLedger()]
    expect(Buffer.from(once).equals(committed)).toBe(true)
    expect(Buffer.from(again).equals(committed)).toBe(true)
  })

  it('goes into an empty office without a fault, and a second time without a change', () => {
    expect(first.faults).toEqual([])
    expect(first.unreadSheets).toEqual([])
    expect(sizeOf(planned(office)).every((count) => count === 0)).toBe(true)
  })
})

describe('the sample office', () => {
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
    const runsTo = new Map(branches.map((branch) => [branch.code, termRunsTo(branch)]))
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
    const found = office.meetings.flatMap((meeting) => judged(meeting).contradictions)
    for (const flaw of ['ZB04-ZW04 recorder-absent', 'ZB05-DR03 present-count', 'ZB07-DR04 studied-before-published'])
      expect(found).toContain(flaw)
    expect(found.filter((flaw) => /^(ZB01|XZ01)/.test(flaw))).toEqual([])
    expect(found.filter((flaw) => !flaw.endsWith('term-expired'))).toHaveLength(3)
  })

  it('counts its votes so that they add up, and loses one of them', () => {
    const all = office.meetings.map(judged)
    expect(all.flatMap(({ notes }) => notes)).toEqual([])
    const verdicts = all
      .flatMap((one) => one.verdicts.map(({ verdict }) => verdict))
      .filter((one) => one !== 'not-voted')
    expect(verdicts.filter((verdict) => verdict !== 'carried')).toEqual(['not-carried'])
  })
})

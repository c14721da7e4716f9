import { join } from 'node:path'
import { saveMeeting } from '../../electron/features/meeting/meeting-repository.ts'
import { saveOrganisation } from '../../electron/features/organisation/organisation-repository.ts'
import { coverageOfYear, listCalendar, proposeYear } from '../../electron/features/plan/plan-calendar.ts'
import { adoptPlan } from '../../electron/features/plan/plan-service.ts'
import { openStore } from '../../electron/store/door.ts'
import type { OpenStore } from '../../electron/store/store.ts'
import type { MeetingType } from '../../shared/features/meeting/meeting.ts'
import type { Outcome } from '../../shared/kernel/outcome.ts'
import { aBranch, aMeeting, anItem } from '../factories/records.ts'
import { clocked, type Line, ms, repeated, withBest } from './lines.ts'
import { talk } from './search-office.ts'

const today = '2026-11-21'
const types: readonly MeetingType[] = ['支委会', '主题党日', '党小组会', '党员大会']

/** So many branches with a group each, and meetings of the year spread over them, each with minutes. */
function officeOf(folder: string, branches: number, meetings: number): OpenStore {
  const store = openStore(
    join(folder, `覆盖${branches}.dwk`),
    { db: Buffer.alloc(32, 7), audit: Buffer.alloc(32, 9) },
    { create: true }
  )
  const minutes = talk((below) => below >> 1, 12)
  store.write((tables) => {
    for (let at = 0; at * 25 < branches; at += 1)
      saveOrganisation(tables, aBranch({ id: `z${at}`, code: `DZZ${at}`, name: `第 ${at} 总支`, kind: '党总支' }))
    for (let at = 0; at < branches; at += 1) {
      const branch = aBranch({ id: `b${at}`, code: `ZB${at}`, name: `第 ${at} 支部`, shortName: null })
      const parentId = `z${Math.floor(at / 25)}`
      saveOrganisation(tables, { ...branch, parentId, themeDay: 1 + (at % 28), hasCommittee: at % 5 > 0 })
      saveOrganisation(tables, {
        ...branch,
        ...{ id: `g${at}`, code: `XZ${at}`, name: `第 ${at} 小组`, kind: '党小组', parentId: `b${at}` }
      })
    }
    for (let at = 0; at < meetings; at += 1) {
      const type = types[at % types.length] ?? '支委会'
      const owner = `${type === '党小组会' ? 'g' : 'b'}${Math.floor(at / types.length) % branches}`
      const date = `2026-${String(1 + (at % 10)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`
      saveMeeting(
        tables,
        aMeeting({
          id: `m${at}`,
          number: `HY${at}`,
          organisationId: owner,
          types: [type],
          date,
          minutes,
          agenda: [anItem()]
        })
      )
    }
  })
  return store
}

function orThrow<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(outcome.problem.message)
  return outcome.value
}

const line = (what: string, ours: string, target: string): Line => ({
  what,
  peer: '',
  ours,
  theirs: '',
  ratio: '',
  target
})

/** Coverage, calendar and a year plan of a large office, in the service. */
export function coverageLines(folder: string, branches: number, meetings: number, runs: number): Line[] {
  const store = officeOf(folder, branches, meetings)
  const size = `${branches} branches, ${meetings.toLocaleString('en')} meetings of the year`
  const wish = { organisationId: null, year: 2026, type: null }
  const covered = repeated(() => orThrow(coverageOfYear(store, wish, today)), runs)
  const month = { organisationId: null, from: '2026-09-28', to: '2026-11-08' }
  const listed = repeated(() => orThrow(listCalendar(store, month, today)), runs)
  const lines = orThrow(listCalendar(store, month, today)).length
  const proposals = orThrow(proposeYear(store, { organisationId: 'z0', year: 2027 }, today))
  const proposed = repeated(() => orThrow(proposeYear(store, { organisationId: 'z0', year: 2027 }, today)), runs)
  let id = 0
  const deps = { newId: () => `new${++id}`, by: { at: `${today}T09:00:00.000Z`, accountName: '林慧' } }
  const adopted = clocked(() => orThrow(adoptPlan(store, proposals, deps)))
  store.close()
  return [
    line(`coverage of ${size}`, withBest(covered), '≤ 300 ms'),
    line(`a month of its calendar, ${lines.toLocaleString('en')} lines`, withBest(listed), ''),
    line(`propose a year for 25 of them, ${proposals.length.toLocaleString('en')} entries`, withBest(proposed), ''),
    line('take them over in one act', ms(adopted), '')
  ]
}

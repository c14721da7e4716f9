import type { ChecklistCall } from '../../electron/features/checklist/checklist-access.ts'
import { checklistBoard } from '../../electron/features/checklist/checklist-board.ts'
import { checklistDesk } from '../../electron/features/checklist/checklist-desk.ts'
import { checklistPaper } from '../../electron/features/checklist/checklist-paper.ts'
import { saveMeeting } from '../../electron/features/meeting/meeting-repository.ts'
import type { MeetingType } from '../../shared/features/meeting/meeting.ts'
import { aMeeting, anItem } from '../factories/records.ts'
import { type Line, repeated, withBest } from './lines.ts'
import { talkOffice } from './talk-bench.ts'

const types: readonly MeetingType[] = ['支委会', '主题党日', '党员大会']

const line = (what: string, ours: string, target: string): Line => ({
  ...{ what, peer: '', ours, theirs: '', ratio: '', target }
})

/** The list of one branch, its 自评表, and all branches side by side, in the service. */
export function checklistLines(folder: string, branches: number, members: number, runs: number): Line[] {
  const store = talkOffice(folder, branches, members)
  store.write((tables) => {
    for (let at = 0; at < branches * 30; at += 1) {
      const [branch, month] = [at % branches, 1 + (Math.floor(at / branches) % 10)]
      const type = types[Math.floor(at / branches / 10)] ?? '支委会'
      const date = `2026-${String(month).padStart(2, '0')}-12`
      const own = { id: `h${at}`, number: `HY${at}`, organisationId: `b${branch}`, types: [type], date }
      saveMeeting(tables, aMeeting({ ...own, agenda: [anItem()] }))
    }
  })
  const call: ChecklistCall = {
    ...{ store, today: '2026-11-21', now: '2026-11-21T01:00:00.000Z', newId: () => '', accountName: '' },
    may: { write: true, talks: true, settle: true }
  }
  const wish = { organisationId: 'b0', year: 2026, list: 'standard' as const }
  const all = { organisationId: null, year: 2026, list: 'standard' as const }
  const size = `${branches} branches × ${members} members × 30 meetings`
  const lines = [
    line(`checklist of a branch in ${size}`, withBest(repeated(() => checklistDesk(call, wish), runs)), '≤ 300 ms'),
    line(
      'its 自评表',
      withBest(repeated(() => checklistPaper(call, { ...wish, paper: 'self-check' }), runs)),
      '≤ 500 ms'
    ),
    line(`checklist of ${size}`, withBest(repeated(() => checklistBoard(call, all), 1)), '≤ 3 s')
  ]
  store.close()
  return lines
}

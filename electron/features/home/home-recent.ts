import { meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { actInWords } from '../../../shared/features/audit/audit.ts'
import { labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import type { Tables } from '../../store/store.ts'
import { auditPage } from '../audit/audit-repository.ts'
import { changesOf } from '../checklist/checklist-repository.ts'
import { journalEntries } from '../journal/journal-repository.ts'
import { meetingById } from '../meeting/meeting-repository.ts'
import { memberById } from '../member/member-repository.ts'
import { rectificationById } from '../rectification/rectification-repository.ts'
import { taskById } from '../task/task-repository.ts'
import { latestMeetings } from './home-repository.ts'

/** A record that was changed: `at` an ISO time or a day, `who` empty where nobody is named, `id` null where nothing is to open. */
export type RecentLine = {
  at: string
  who: string
  act: string
  what: string
  organisation: string
  record: 'meeting' | 'task' | 'rectification' | 'member' | 'checklist' | 'import'
  organisationId: string | null
  id: string | null
}

/** Whose log is looked through (null: everybody's), and of which organisations; `whole` where those are all there are. */
export type RecentWish = { actorId: string | null; scope: readonly Organisation[]; whole: boolean; year: number }

/** As many entries of the log are looked through, and as many lines come out of it. */
const [depth, shown] = [300, 8]

type Named = Pick<RecentLine, 'record' | 'what'> & { organisationId: string }

/** What a record that the log names is called, and whose it is; null where it is gone or of no concern here. */
function namedRecord(tables: Tables, act: string, id: string): Named | null {
  const [subject] = act.split('.')
  if (subject === 'meeting') {
    const found = meetingById(tables, id)
    return found === null
      ? null
      : { record: 'meeting', what: meetingTitle(found), organisationId: found.organisationId }
  }
  if (subject === 'task') {
    const found = taskById(tables, id)
    return found === null ? null : { record: 'task', what: found.subject, organisationId: found.organisationId }
  }
  if (subject === 'rectification') {
    const found = rectificationById(tables, id)
    return found === null
      ? null
      : { record: 'rectification', what: found.problem, organisationId: found.organisationId }
  }
  const found = subject === 'member' ? memberById(tables, id) : null
  const spell = found?.memberships.at(-1)
  return found === null || spell === undefined
    ? null
    : { record: 'member', what: found.name, organisationId: spell.organisationId }
}

const changing =
  /^(meeting\.(save|finish|reopen|release)|task\.save|rectification\.(save|follow)|member\.(save|leave|comeBack))$/

function fromLog(tables: Tables, { actorId, scope }: RecentWish): RecentLine[] {
  const labels = new Map(scope.map((one) => [one.id, labelOf(one)]))
  const filter = { actorId, act: null, text: '', from: null, to: null }
  const seen = new Set<string>()
  return auditPage(tables, filter, { offset: 0, limit: depth }).lines.flatMap(
    ({ at, actorName, act, object, result }): RecentLine[] => {
      if (result !== 'ok' || object === '' || seen.has(object) || !changing.test(act)) return []
      seen.add(object)
      const found = namedRecord(tables, act, object)
      const organisation = labels.get(found?.organisationId ?? '')
      if (found === null || organisation === undefined) return []
      return [{ ...found, at, who: actorName, act: actInWords(act), organisation, id: object }]
    }
  )
}

const fromChecklists = (tables: Tables, { scope, year }: RecentWish): RecentLine[] =>
  scope.flatMap((one) =>
    changesOf(tables, one.id, year)
      .slice(0, 2)
      .map(({ at, accountName, item }) => ({
        ...{ at, who: accountName, act: '清单 改动', what: `清单 ${item}`, organisation: labelOf(one) },
        ...{ record: 'checklist' as const, organisationId: one.id, id: item }
      }))
  )

/** Changes of many records at once: whose they were is not told, so that only who sees everything reads of them. */
const fromJournal = (tables: Tables, { whole }: RecentWish): RecentLine[] =>
  !whole
    ? []
    : journalEntries(tables)
        .filter(({ undoneAt }) => undoneAt === null)
        .slice(0, 3)
        .map(({ at, accountName, label }) => ({
          ...{ at, who: accountName, act: '成批', what: label, organisation: '' },
          ...{ record: 'import' as const, organisationId: null, id: null }
        }))

/** The meetings entered last, by the day of entry: what was imported stands in no log line of its own. */
function fromMeetings(tables: Tables, { scope }: RecentWish): RecentLine[] {
  const labels = new Map(scope.map((one) => [one.id, labelOf(one)]))
  return latestMeetings(tables, [...labels.keys()], shown).flatMap(({ id, recordedOn }): RecentLine[] => {
    const found = meetingById(tables, id)
    if (found === null) return []
    const { organisationId } = found
    return [
      {
        ...{ at: recordedOn, who: '', act: '会议 录入', what: meetingTitle(found), record: 'meeting', id },
        ...{ organisationId, organisation: labels.get(organisationId) ?? '' }
      }
    ]
  })
}

/** What was changed last, newest first, each record once. */
export function recentWork(tables: Tables, wish: RecentWish): RecentLine[] {
  const logged = fromLog(tables, wish)
  const known = new Set(logged.map(({ id }) => id))
  return [
    ...logged,
    ...fromChecklists(tables, wish),
    ...fromJournal(tables, wish),
    ...fromMeetings(tables, wish).filter(({ id }) => !known.has(id))
  ]
    .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
    .slice(0, shown)
}

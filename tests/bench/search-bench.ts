import { statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { likenessOfMeeting } from '../../electron/features/likeness/likeness-service.ts'
import { meetingById, saveMeeting } from '../../electron/features/meeting/meeting-repository.ts'
import { saveOrganisation } from '../../electron/features/organisation/organisation-repository.ts'
import { searchAll } from '../../electron/features/search/search-service.ts'
import { openStore } from '../../electron/store/door.ts'
import type { OpenStore, StoreKeys } from '../../electron/store/store.ts'
import { aBranch } from '../factories/records.ts'
import { clocked, clockedLater, type Line, middle, ms, times } from './lines.ts'
import { aTalkedMeeting, fillOffice, nameOf } from './search-office.ts'

const keys = (): StoreKeys => ({ db: Buffer.alloc(32, 7), audit: Buffer.alloc(32, 9) })
const page = { kinds: [], year: null, offset: 0, limit: 50 }

const alone = (what: string, ours: string, target = ''): Line => ({
  what,
  peer: '',
  ours,
  theirs: '',
  ratio: '',
  target
})

/** What is asked, each kind of question there is. */
const questions: readonly (readonly [what: string, text: string])[] = [
  ['a common character', '会'],
  ['a common word of two', '党员'],
  ['a word of four', '谈心谈话'],
  ['two words', '零售户 清单'],
  ['a long phrase', '让群众看得到变化'],
  ['a name', nameOf(77)],
  ['a surname', '欧'],
  ['pinyin', 'wangguo'],
  ['initials', 'wj'],
  ['a telephone number', '13800000077'],
  ['one letter', 'a'],
  ['what is nowhere', '龘龘']
]

/** The peer: the same texts by LIKE in the view, as search did before there was an index. */
function likeScan(file: string): (text: string) => number {
  const db = new Database(file, { readonly: true })
  db.pragma("cipher='sqlcipher'")
  db.pragma('legacy=4')
  db.key(Buffer.concat([Buffer.from('raw:'), keys().db]))
  db.pragma('cache_size=-65536')
  const scan = db.prepare('SELECT count(*) FROM search_text WHERE title LIKE ? OR names LIKE ? OR text LIKE ?')
  return (text) =>
    clocked(() => {
      const like = `%${text.replaceAll(' ', '%')}%`
      scan.get(like, like, like)
    })
}

/** Search in so many records, in the service, against a scan of the same texts; the cost of the index. */
export async function searchLines(folder: string, records: number, runs: number): Promise<Line[]> {
  const file = join(folder, '检索.dwk')
  const store = openStore(file, keys(), { create: true })
  const filled = clocked(() => store.write((tables) => fillOffice(tables, records)))
  const settled = await clockedLater(() => store.settled())
  const measured: [string, string, number[]][] = []
  for (const [what, text] of questions) {
    const found: number[] = []
    for (let run = 0; run < runs + 1; run += 1)
      found.push(await clockedLater(() => searchAll({ store, hidden: [] }, text, page)))
    measured.push([what, text, found])
  }
  const optimised = clocked(() => store.compact())
  store.close()
  const scan = likeScan(file)
  scan('')
  const lines = measured.map(([what, text, [first = 0, ...found]]): Line => {
    const theirs = scan(text)
    return {
      what: `search ${records.toLocaleString('en')} records for ${what}`,
      peer: 'LIKE over the same texts',
      ours: `${ms(middle(found))} (worst ${ms(Math.max(first, ...found))})`,
      theirs: ms(theirs),
      ratio: times(middle(found) / theirs),
      target: '≤ 100 ms'
    }
  })
  return [
    ...lines,
    alone('write them, with their marks', ms(filled)),
    alone('bring them all into the index, in slices', ms(settled)),
    alone('merge the index and compact the file', ms(optimised)),
    alone('size of the file', `${(statSync(file).size / 1e6).toFixed(0)} MB`)
  ]
}

/** The longest time something else had to wait while the work ran. */
async function longestWait(work: () => Promise<unknown>): Promise<number> {
  let [longest, running, last] = [0, true, performance.now()]
  const watch = (): void => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
    if (running) setImmediate(watch)
  }
  setImmediate(watch)
  await work()
  running = false
  return longest
}

function officeOfMeetings(folder: string, meetings: number): OpenStore {
  const store = openStore(join(folder, '比对.dwk'), keys(), { create: true })
  store.write((tables) => {
    for (let number = 0; number < 300; number += 1)
      saveOrganisation(tables, aBranch({ id: `b${number}`, code: `ZB${number}`, name: `第 ${number} 支部` }))
    for (let number = 0; number < meetings; number += 1) saveMeeting(tables, aTalkedMeeting(number, 300))
    const copied = meetingById(tables, 'h5')
    if (copied !== null)
      saveMeeting(tables, { ...copied, id: 'copy', number: 'HY-COPY', organisationId: 'b9', date: '2026-11-20' })
  })
  return store
}

/** A record against so many others, in the service. */
export async function likenessLines(folder: string, meetings: number, runs: number): Promise<Line[]> {
  const store = officeOfMeetings(folder, meetings)
  await store.settled()
  const ask = async (id: string): Promise<void> => {
    const outcome = await likenessOfMeeting(store, id)
    if (!outcome.ok) throw new Error(outcome.problem.message)
  }
  const lines: Line[] = []
  for (const [what, id] of [
    ['a copied record', 'copy'],
    ['a record of its own words', 'h77']
  ] as const) {
    const found: number[] = []
    for (let run = 0; run < runs; run += 1) found.push(await clockedLater(() => ask(id)))
    const said = `${ms(middle(found))} (worst ${ms(Math.max(...found))})`
    lines.push(alone(`${what} against ${meetings.toLocaleString('en')} others`, said, '≤ 2 s'))
    lines.push(alone('longest time others wait meanwhile', ms(await longestWait(() => ask(id))), '≤ 40 ms'))
  }
  store.close()
  return lines
}

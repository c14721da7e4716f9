import { sql } from 'drizzle-orm'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { searchAll, searchEachKind } from '../../../electron/features/search/search-service.ts'
import { removeMeeting, saveMeeting } from '../../../electron/features/meeting/meeting-repository.ts'
import { markErased, saveMember } from '../../../electron/features/member/member-repository.ts'
import { saveOrganisation } from '../../../electron/features/organisation/organisation-repository.ts'
import { saveStudy } from '../../../electron/features/study/study-repository.ts'
import { saveTask } from '../../../electron/features/task/task-repository.ts'
import { openStore } from '../../../electron/store/door.ts'
import * as schema from '../../../electron/store/schema.ts'
import { meeting } from '../../../electron/store/schema-meeting.ts'
import type { OpenStore, StoreKeys } from '../../../electron/store/store.ts'
import { type Meeting, meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import type { SearchKind } from '../../../shared/features/search/search.ts'
import { aFolder } from '../../factories/office.ts'
import { aBranch, aMeeting, aMember, aMembership, anItem } from '../../factories/records.ts'

let folder: ReturnType<typeof aFolder>
let store: OpenStore
const keys = (): StoreKeys => ({ db: Buffer.alloc(32, 7), audit: Buffer.alloc(32, 9) })
const openAgain = (create = false): OpenStore => openStore(join(folder.path, '库.dwk'), keys(), { create })

beforeEach(() => {
  folder = aFolder()
  store = openAgain(true)
  store.write((tables) => {
    saveOrganisation(tables, aBranch())
    saveOrganisation(tables, aBranch({ id: 'zb2', code: 'ZB02', name: '烟叶第二支部', shortName: '烟叶支部' }))
  })
})
afterEach(() => {
  store.close()
  folder.remove()
})

const page = { kinds: [] as SearchKind[], year: null as number | null, offset: 0, limit: 50 }
const ids = async (text: string, part: Partial<typeof page> = {}): Promise<string[]> =>
  (await searchAll({ store, hidden: [] }, text, { ...page, ...part })).hits.map((hit) => hit.id)
const keep = (...records: Meeting[]): void =>
  store.write((tables) => {
    for (const record of records) saveMeeting(tables, record)
  })

describe('search', () => {
  it('finds a meeting by any of its words', async () => {
    const person = (name: string) => ({ name, memberId: null })
    keep(
      aMeeting({
        ...{ minutes: '其间观看警示片', handout: '讲稿里的论据', place: '四楼党员活动室', host: person('周启明') },
        ...{
          guests: ['县委组织部钱科长'],
          materials: [{ title: '《论自我革命》', publishedOn: null }],
          theme: '护航旺季'
        },
        lateOrEarly: [person('丁立新')],
        agenda: [
          anItem({
            ...{ title: '研究补学安排', resolution: '月底前补完', presenter: person('许静') },
            discussion: [{ speaker: person('郑一鸣'), text: '建议列出名单' }]
          })
        ]
      })
    )
    const words = [
      '警示片',
      '论据',
      '活动室',
      '周启明',
      '钱科长',
      '自我革命',
      '旺季',
      '丁立新',
      '补学',
      '月底',
      '许静',
      '郑一鸣'
    ]
    for (const word of [...words, '名单', 'HY001', '2026年第四季度', '党员大会', '单'])
      expect(await ids(word), word).toEqual(['hy'])
    expect(await ids('警示片 名单')).toEqual(['hy'])
    expect(await ids('警示片 没有')).toEqual([])
  })

  it('names a meeting as the meeting itself does', async () => {
    const meetings = [
      aMeeting({ id: 'a', number: '1', types: ['党员大会', '党课'], date: '2026-03-31' }),
      aMeeting({ id: 'b', number: '2', types: ['支委会'], date: '2026-09-01' }),
      aMeeting({ id: 'c', number: '3', types: ['组织生活会', '党员大会'], year: 2025, date: '2026-01-20' }),
      aMeeting({ id: 'd', number: '4', name: '清明祭扫', date: '2026-04-03' }),
      aMeeting({ id: 'e', number: '5', name: '', types: ['主题党日'], date: '2026-12-03' })
    ]
    keep(...meetings)
    const rows = store.read((tables) =>
      tables.all<{ id: string; title: string }>(
        sql`SELECT record_id AS id, title FROM search_text WHERE record = 'meeting'`
      )
    )
    for (const meeting of meetings) expect(rows).toContainEqual({ id: meeting.id, title: meetingTitle(meeting) })
  })

  it('finds people by name, pinyin, initials and number, whole names first', async () => {
    store.write((tables) => {
      const job = '林慧的同事'
      saveMember(tables, aMember('1', { name: '林慧敏' }))
      saveMember(tables, aMember('2', { name: '林慧', phone: '13800001234' }))
      saveMember(tables, aMember('3', { name: '何丽华', job }))
      saveMember(tables, aMember('4', { name: '阿依古丽·买买提' }))
    })
    expect(await ids('林慧')).toEqual(['2', '1', '3'])
    expect(await ids('linhui')).toEqual(['2', '1'])
    expect(await ids('lin hui')).toEqual(['2', '1'])
    expect(await ids('LH')).toEqual(['2', '1', '3'])
    expect(await ids('００００１２３４')).toEqual(['2'])
    expect(await ids('阿依古丽买买提')).toEqual(['4'])
    expect(await ids('阿依古丽·买买提')).toEqual(['4'])
  })

  it('takes signs of its own language as plain text', async () => {
    keep(aMeeting({ minutes: '学习与讨论' }))
    for (const text of ['"学习"', '学习*', '(学习)', '学习 -', '^学习', "学习'", '“学习”，讨论'])
      expect(await ids(text), text).toEqual(['hy'])
    for (const text of ['学习 OR 没有', '学习 NOT 讨论', 'words:学习', '"', '*', '(', ''])
      expect(await ids(text), text).toEqual([])
  })

  it('counts by kind and year, filters, and gives page after page', async () => {
    store.write((tables) => {
      for (const number of [1, 2, 3])
        saveMeeting(
          tables,
          aMeeting({ id: `h${number}`, number: `H${number}`, date: `202${number}-05-06`, minutes: '防汛' })
        )
      const task = { organisationId: 'zb', source: null, person: null, doneOn: null, result: null }
      saveTask(tables, { ...task, id: 't', subject: '防汛物资清点', dueOn: '2023-07-01' })
      saveMember(tables, aMember('m'))
      const study = { organisationId: 'zb', memberId: 'm', hours: 2, kind: '自学' as const }
      saveStudy(tables, { ...study, id: 's', date: '2022-01-01', content: '防汛知识' })
    })
    const all = await searchAll({ store, hidden: [] }, '防汛', page)
    expect(all).toMatchObject({
      total: 5,
      counts: { kinds: { meeting: 3, task: 1, study: 1 }, years: { 2021: 1, 2022: 2, 2023: 2 } }
    })
    expect(all.hits.map((hit) => hit.id)).toEqual(['t', 'h3', 'h2', 's', 'h1'])
    expect(await ids('防汛', { offset: 2, limit: 2 })).toEqual(['h2', 's'])
    expect(await ids('防汛', { kinds: ['meeting'], year: 2022 })).toEqual(['h2'])
    const each = await searchEachKind({ store, hidden: [] }, '防汛', 2)
    expect(each.hits.map((hit) => hit.id)).toEqual(['h3', 'h2', 't', 's'])
    expect(each.total).toBe(5)
  })

  it('shows only what is within reach, and counts only that', async () => {
    store.write((tables) => {
      saveMeeting(tables, aMeeting({ minutes: '防汛' }))
      saveMeeting(tables, aMeeting({ id: 'h2', number: 'H2', organisationId: 'zb2', minutes: '防汛' }))
      const both = [aMembership({ id: 'a', to: '2020-01-01' }), aMembership({ id: 'b', organisationId: 'zb2' })]
      saveMember(tables, aMember('m', { job: '防汛员', memberships: both }))
    })
    const call = { actor: { id: 'x', name: 'x', roles: [] }, act: 'search.all', object: '' }
    const seenFrom = async (...reach: string[]) => {
      const { hits, total } = await searchAll(
        { store: store.forCall({ ...call, reach: new Set(reach) }), hidden: [] },
        '防汛',
        page
      )
      expect(total).toBe(hits.length)
      return hits.map((hit) => [hit.id, hit.organisationId])
    }
    expect(await seenFrom('zb')).toEqual([
      ['hy', 'zb'],
      ['m', 'zb']
    ])
    expect(await seenFrom('zb2')).toEqual([
      ['h2', 'zb2'],
      ['m', 'zb2']
    ])
    expect(await seenFrom()).toEqual([])
  })
})

describe('the index', () => {
  it('is in step after changing, removing and renaming, and after a write that failed', async () => {
    keep(aMeeting({ minutes: '防汛' }))
    keep(aMeeting({ minutes: '抗旱', date: '2025-01-01' }))
    expect([await ids('防汛'), await ids('抗旱')]).toEqual([[], ['hy']])
    expect(() =>
      store.write((tables) => {
        removeMeeting(tables, 'hy')
        throw new Error('boom')
      })
    ).toThrow('boom')
    expect(await ids('抗旱')).toEqual(['hy'])
    store.write((tables) => removeMeeting(tables, 'hy'))
    expect(await ids('抗旱')).toEqual([])
    store.write((tables) => {
      saveMember(tables, aMember('m', { name: '旧名字' }))
      saveStudy(tables, {
        id: 's',
        organisationId: 'zb',
        memberId: 'm',
        date: '2026-01-01',
        content: '自学',
        hours: 1,
        kind: null
      })
    })
    store.write((tables) => saveMember(tables, aMember('m', { name: '新名字' })))
    expect([await ids('旧名字'), (await ids('新名字')).sort()]).toEqual([[], ['m', 's']])
  })

  it('catches up by itself after a large write, also when the store was closed meanwhile', async () => {
    const many = Array.from({ length: 200 }, (_one, index) =>
      aMeeting({ id: `h${index}`, number: `H${index}`, minutes: '防汛' })
    )
    keep(...many)
    const waiting = (): number => store.read((tables) => tables.select().from(schema.searchDirty).all().length)
    expect(waiting()).toBe(200)
    store.close()
    store = openAgain()
    expect((await searchAll({ store, hidden: [] }, '防汛', page)).total).toBe(200)
    expect(waiting()).toBe(0)
    keep(...many.map((one) => ({ ...one, minutes: '抗旱' })))
    await expect.poll(waiting).toBe(0)
  })

  it('keeps no pair of what was erased once the store is compacted', async () => {
    const pairs = (): string[] =>
      store.read((tables) => {
        tables.run(sql`CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, search_index, row)`)
        const terms = tables.all<{ term: string }>(sql`SELECT term FROM temp.vocabulary`).map((row) => row.term)
        tables.run(sql`DROP TABLE temp.vocabulary`)
        return terms
      })
    for (const number of [1, 2, 3])
      store.write((tables) => saveMember(tables, aMember(`${number}`, { name: '万宗残', note: '龘靐齉' })))
    expect(pairs()).toEqual(expect.arrayContaining(['万宗', '龘靐', '靐齉']))
    for (const number of [1, 2, 3])
      store.write((tables) => {
        saveMember(tables, aMember(`${number}`, { name: '万宗残' }))
        markErased(tables, `${number}`, '2026-11-21')
      })
    store.compact()
    expect(pairs().filter((term) => /[龘靐齉万宗残]/.test(term))).toEqual([])
    expect(await ids('万宗残')).toEqual([])
  })

  it('finds what a scan finds, for any text of two characters or more', async () => {
    const char = fc.constantFrom(...'党课学习会议支部𠮷Ａa1。，\n ')
    const text = fc.string({ unit: char, maxLength: 24 })
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), text, async (texts, other) => {
        store.write((tables) => {
          tables.delete(meeting).run()
          for (const [index, minutes] of texts.entries())
            saveMeeting(tables, aMeeting({ id: `h${index}`, number: `N${index}`, name: '无', minutes, place: null }))
        })
        const all = [...texts, other].flatMap((one) => one.match(/[党课学习会议支部𠮷]{2,4}/gu) ?? [])
        for (const word of new Set(all)) {
          const found = (await ids(word, { kinds: ['meeting'] })).sort()
          const scanned = texts.flatMap((one, index) => (one.includes(word) ? [`h${index}`] : []))
          expect(found, word).toEqual(scanned)
        }
      }),
      { numRuns: 60 }
    )
  })
})

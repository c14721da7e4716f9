import fc from 'fast-check'
import { branches, count, day, insiders, line, maybe, personOf, text, time } from './ledger-arbitraries.ts'
import { marksIn, rectificationsIn, someItems } from './ledger-checklist-offices.ts'
import { evaluationsIn, pollsIn } from './ledger-evaluation-offices.ts'
import { talkIn } from './ledger-talk-offices.ts'
import {
  type AgendaItem,
  absenceReasons,
  agendaKinds,
  blankMeeting,
  type Meeting,
  meetingTypes,
  type Person,
  voteMethods
} from '../../../../shared/features/meeting/meeting.ts'
import {
  affiliations,
  blankPerson,
  blankSpell,
  type Member,
  memberCategories,
  memberStandings
} from '../../../../shared/features/member/member.ts'
import type { Organisation } from '../../../../shared/features/organisation/organisation.ts'
import { type Post, postTitles } from '../../../../shared/features/post/post.ts'
import { type Suspension, suspensionKinds } from '../../../../shared/features/suspension/suspension.ts'
import { type Study, studyKinds } from '../../../../shared/features/study/study.ts'
import type { Task } from '../../../../shared/features/task/task.ts'
import { emptyOffice, type Office } from '../../../../shared/features/ledger/ledger.ts'

export const today = '2026-12-31'
export { emptyOffice }

export const organisation = (overrides: Partial<Organisation> & { code: string }): Organisation => ({
  id: `o-${overrides.code}`,
  name: `${overrides.code}党支部`,
  shortName: null,
  kind: '党支部',
  parentId: null,
  foundedOn: null,
  electedOn: null,
  termYears: null,
  hasCommittee: null,
  themeDay: null,
  extendedUntil: null,
  ...overrides
})

export const member = (name: string, overrides: Partial<Member> = {}): Member => ({
  ...blankPerson,
  id: `m-${name}`,
  name,
  sex: '男',
  memberships: [{ ...blankSpell, id: `s-${name}`, organisationId: 'o-ZB01' }],
  ...overrides
})

export const meeting = (number: string, overrides: Partial<Meeting> = {}): Meeting => ({
  ...blankMeeting(),
  id: `h-${number}`,
  number,
  organisationId: 'o-ZB01',
  types: ['党员大会'],
  year: 2026,
  date: '2026-03-05',
  recordedOn: today,
  state: 'drafted',
  ...overrides
})

/** A valid ID number: a birth date and a serial number of three digits. */
export function citizenId(bornOn: string, serial: number): string {
  const digits = `110105${bornOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return `${digits}${'10X98765432'[sum % 11]}`
}

const organisations: Organisation[] = [
  organisation({ code: 'DW01', kind: '党委', name: '机关党委' }),
  organisation({
    code: 'ZB01',
    parentId: 'o-DW01',
    themeDay: 5,
    hasCommittee: true,
    electedOn: '2024-05-01',
    termYears: 3
  }),
  organisation({
    code: 'ZB02',
    parentId: 'o-DW01',
    kind: '联合党支部',
    shortName: '二支部',
    foundedOn: '2001-07-01',
    extendedUntil: '2027-01-01'
  }),
  organisation({ code: '003', parentId: 'o-DW01', hasCommittee: false }),
  organisation({ code: 'XZ01', parentId: 'o-ZB01', kind: '党小组' })
]
const names = ['张三', '李四', '王五', '赵六', '欧阳修', '阿依古丽·买买提', '张伟', '张伟', 'Anna Li']

const memberOf = (index: number): fc.Arbitrary<Member> => {
  const name = names[index] ?? '周七'
  const unique = names.filter((other) => other === name).length === 1
  return fc
    .record({
      born: day('1950-01-01', 18_000),
      hasId: unique ? fc.boolean() : fc.constant(true),
      home: fc.constantFrom(...branches),
      moved: fc.boolean(),
      sex: fc.constantFrom('男' as const, '女' as const),
      nation: maybe(fc.constantFrom('汉族', '回族')),
      education: maybe(fc.constant('大学本科')),
      category: fc.constantFrom(...memberCategories),
      joinedOn: maybe(day('1980-01-01', 16_000)),
      fullOn: maybe(day('1981-01-01', 16_000)),
      leader: fc.boolean(),
      job: maybe(line),
      phone: maybe(fc.constant('13800138000')),
      standing: fc.constantFrom(...memberStandings),
      note: maybe(text),
      affiliation: fc.constantFrom(...affiliations),
      statedPosts: fc.subarray(['书记', '青年委员', '党小组组长']),
      stated: fc.boolean()
    })
    .map(({ born, hasId, home, moved, affiliation, statedPosts, stated, ...fields }) => {
      const spell = {
        ...blankSpell,
        id: `s-${index}`,
        organisationId: home,
        groupId: home === 'o-ZB01' ? 'o-XZ01' : null,
        affiliation,
        statedPosts
      }
      const next = branches[(branches.indexOf(home) + 1) % branches.length] ?? home
      const later = { ...spell, id: `t-${index}`, organisationId: next, groupId: null, from: '2025-07-01' }
      return {
        ...blankPerson,
        ...fields,
        id: `m-${index}`,
        name,
        bornOn: stated || !hasId ? born : null,
        citizenId: hasId ? citizenId(born, 100 + index) : null,
        memberships: moved && hasId ? [{ ...spell, to: '2025-06-30' }, later] : [spell]
      }
    })
}

const itemOf = (number: number, person: fc.Arbitrary<Person>): fc.Arbitrary<AgendaItem> =>
  fc.record({
    number: fc.constant(number),
    title: line,
    kind: fc.constantFrom(...agendaKinds),
    presenter: fc.constant(null),
    subject: maybe(person),
    discussion: fc.array(fc.record({ speaker: person, text }), { maxLength: 3 }),
    resolution: maybe(text),
    vote: maybe(
      fc.record({
        method: maybe(fc.constantFrom(...voteMethods)),
        yes: count,
        no: count,
        abstained: count,
        writtenYes: count,
        writtenNo: count,
        writtenAbstained: count,
        issued: count,
        returned: count
      })
    ),
    steps: fc.constant([])
  })

const meetingOf = (index: number, members: readonly Member[]): fc.Arbitrary<Meeting> =>
  fc.constantFrom(...branches).chain((home) => {
    const person = personOf(members, home)
    const inside = insiders(members, home)
    const absent: fc.Arbitrary<Member[]> =
      inside.length === 0 ? fc.constant([]) : fc.uniqueArray(fc.constantFrom(...inside), { maxLength: 3 })
    return fc
      .record({
        types: fc.subarray([...meetingTypes], { minLength: 1 }),
        name: maybe(line),
        year: fc.constantFrom(2025, 2026),
        plannedOn: maybe(day('2026-01-01', 300)),
        date: day('2025-01-01', 1000),
        start: maybe(time),
        end: maybe(time),
        place: maybe(line),
        host: maybe(person),
        recorder: maybe(person),
        absent,
        reason: fc.constantFrom(...absenceReasons),
        statedPresent: count,
        late: absent,
        guests: fc.subarray(['组织部王某（列席）', '纪委']),
        lecturer: maybe(person),
        topic: maybe(line),
        hours: maybe(fc.constantFrom(1, 1.5, 2)),
        theme: maybe(line),
        minutes: maybe(text),
        writtenOn: maybe(day('2026-01-01', 300)),
        materials: fc.subarray([
          { title: '党章', publishedOn: '2022-10-22' },
          { title: '论语（节选）、《大学》', publishedOn: null }
        ]),
        agenda: fc
          .integer({ min: 0, max: 3 })
          .chain((length) => fc.tuple(...Array.from({ length }, (_, number) => itemOf(number + 1, person))))
      })
      .map(({ absent: away, reason, late, ...fields }) => ({
        ...blankMeeting(),
        ...fields,
        id: `h-${index}`,
        number: `HY${index}`,
        organisationId: home,
        recordedOn: today,
        state: fields.date > today ? ('planned' as const) : ('drafted' as const),
        absences: away.map(({ id, name }) => ({ memberId: id, name, reason })),
        lateOrEarly: late.map(({ id, name }) => ({ memberId: id, name }))
      }))
  })

const postsOf = (members: readonly Member[]): fc.Arbitrary<Post[]> =>
  fc
    .uniqueArray(
      fc.record({
        who: fc.constantFrom(...members),
        title: fc.constantFrom(...postTitles),
        from: day('2024-01-01', 300),
        to: maybe(day('2026-01-01', 300)),
        appointedBy: maybe(line)
      }),
      { maxLength: 6, selector: ({ who, title, from }) => `${who.id}${title}${from}` }
    )
    .map((list) =>
      list.map(({ who, ...post }, index) => ({
        id: `p-${index}`,
        organisationId: who.memberships[0]?.organisationId ?? '',
        memberId: who.id,
        ...post
      }))
    )

const suspensionsOf = (members: readonly Member[]): fc.Arbitrary<Suspension[]> =>
  fc
    .uniqueArray(
      fc.record({
        who: fc.constantFrom(...members),
        kind: fc.constantFrom(...suspensionKinds),
        from: day('2024-01-01', 300),
        to: maybe(day('2026-01-01', 300)),
        basis: maybe(line)
      }),
      { maxLength: 4, selector: ({ who, kind, from }) => `${who.id}${kind}${from}` }
    )
    .map((list) =>
      list.map(({ who, ...spell }, index) => ({
        id: `q-${index}`,
        organisationId: who.memberships[0]?.organisationId ?? '',
        memberId: who.id,
        ...spell
      }))
    )

const taskOf = (index: number, members: readonly Member[], meetings: readonly Meeting[]): fc.Arbitrary<Task> =>
  fc.constantFrom(...branches).chain((home) =>
    fc
      .record({
        text: line,
        meeting: fc.constantFrom(null, ...meetings),
        ofItem: fc.boolean(),
        person: maybe(personOf(members, home)),
        dueOn: maybe(day('2026-01-01', 600)),
        doneOn: maybe(day('2026-01-01', 300)),
        result: maybe(text)
      })
      .map(({ text: said, meeting: from, ofItem, ...fields }) => {
        const items = from?.agenda.length ?? 0
        const source = from === null ? null : { meetingId: from.id, item: ofItem && items > 0 ? items : null }
        return { ...fields, id: `r-${index}`, organisationId: home, subject: `${said} ${index}`, source }
      })
  )

const studyOf = (index: number, members: readonly Member[]): fc.Arbitrary<Study> =>
  fc
    .record({
      who: fc.constantFrom(...members),
      early: fc.boolean(),
      hours: fc.constantFrom(0.5, 1, 8, 12.25),
      content: maybe(line),
      kind: maybe(fc.constantFrom(...studyKinds))
    })
    .map(({ who, early, content, ...fields }) => {
      const spell = early ? who.memberships[0] : who.memberships.at(-1)
      return {
        ...fields,
        id: `x-${index}`,
        memberId: who.id,
        organisationId: spell?.organisationId ?? '',
        date: spell?.to ?? '2025-07-01',
        content: content === null ? (index === 0 ? null : `${index}`) : `${content} ${index}`
      }
    })

const severalOf = <Value>(one: (index: number) => fc.Arbitrary<Value>): fc.Arbitrary<Value[]> =>
  fc.integer({ min: 0, max: 4 }).chain((length) => fc.tuple(...Array.from({ length }, (_, index) => one(index))))

/** Offices with namesakes, transfers, groups, and texts of every kind. */
export const anyOffice: fc.Arbitrary<Office> = fc
  .integer({ min: 1, max: names.length })
  .chain((length) => fc.tuple(...Array.from({ length }, (_, index) => memberOf(index))))
  .chain((members) =>
    fc.record({
      organisations: fc.constant(organisations),
      members: fc.constant(members),
      posts: postsOf(members),
      suspensions: suspensionsOf(members),
      meetings: severalOf((index) => meetingOf(index, members)),
      tasks: fc.constant<Task[]>([]),
      studies: severalOf((index) => studyOf(index, members)),
      talks: severalOf((index) => talkIn(index, members)),
      supervisions: fc.constant([]),
      sealedTalks: fc.constant([]),
      polls: pollsIn(members),
      counted: fc.constant([]),
      marks: marksIn,
      items: fc.constant(someItems),
      published: fc.constant([]),
      sealed: fc.constant([])
    })
  )
  .chain((office) =>
    fc
      .record({
        tasks: severalOf((index) => taskOf(index, office.members, office.meetings)),
        evaluations: evaluationsIn(office.members, office.meetings),
        rectifications: rectificationsIn(office.members, office.meetings)
      })
      .map((more) => ({ ...office, ...more }))
  )

/** The same office with every id replaced by what it stands for, so that offices can be compared across imports. */
export function withoutIds(office: Office): Office {
  const names = new Map<string, string>()
  for (const { id, code } of office.organisations) names.set(id, code)
  for (const { id, number } of [...office.meetings, ...office.talks]) names.set(id, number)
  for (const { id, name, citizenId: number, bornOn } of office.members) names.set(id, `${name}${number}${bornOn}`)
  const strip = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => strip(item, ''))
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([field, inner]) => [field, field === 'id' ? '' : strip(inner, field)])
      )
    }
    return key.endsWith('Id') && key !== 'citizenId' && typeof value === 'string' ? (names.get(value) ?? value) : value
  }
  return strip(office, '') as Office
}

import fc from 'fast-check'
import type { ChecklistMark } from '../../../../shared/features/checklist/checklist.ts'
import type { MarkedItem } from '../../../../shared/features/ledger/ledger.ts'
import type { Meeting } from '../../../../shared/features/meeting/meeting.ts'
import type { Member } from '../../../../shared/features/member/member.ts'
import { blankRectification, type Rectification } from '../../../../shared/features/rectification/rectification.ts'
import { branches, day, line, maybe, personOf } from './ledger-arbitraries.ts'

/** A few items of the standard list, as the engine hands them over. */
export const someItems: readonly MarkedItem[] = [
  { id: 'C4', title: '党费', most: 3, kind: 'A' },
  { id: 'D1', title: '党员大会', most: 6, kind: 'A' },
  { id: 'E1', title: '计划总结', most: 2, kind: 'S' },
  { id: 'F1', title: '活动场所', most: 2, kind: 'M' }
]

/** Marks, each of another item or year. */
export const marksIn: fc.Arbitrary<ChecklistMark[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.constant(''),
      organisationId: fc.constantFrom(...branches),
      year: fc.constantFrom(2025, 2026),
      item: fc.constantFrom(...someItems.map(({ id }) => id)),
      score: maybe(fc.constantFrom(0, 0.5, 1.25, 2)),
      note: line,
      evidence: maybe(line),
      happenedOn: maybe(day('2026-01-01', 300)),
      notApplicable: fc.boolean(),
      filedOn: fc.constant('2026-12-31')
    }),
    { selector: ({ organisationId, year, item }) => `${organisationId} ${year} ${item}`, maxLength: 4 }
  )
  .map((marks) => marks.map((mark, index) => ({ ...mark, id: `mark-${index}` })))

const rectificationOf = (
  index: number,
  members: readonly Member[],
  meetings: readonly Meeting[]
): fc.Arbitrary<Rectification> =>
  fc.constantFrom(...branches).chain((home) =>
    fc
      .record({
        problem: line,
        source: maybe(fc.constantFrom('上级检查', '群众意见')),
        meeting: fc.constantFrom(null, ...meetings),
        person: maybe(personOf(members, home)),
        target: maybe(line),
        measure: maybe(line),
        dueOn: maybe(day('2026-01-01', 600)),
        closedOn: maybe(day('2026-01-01', 300)),
        remeasured: maybe(line),
        progress: fc.array(fc.record({ on: day('2026-01-01', 300), text: line }), { maxLength: 2 })
      })
      .map(
        ({ meeting, problem, source, ...rest }): Rectification => ({
          ...blankRectification,
          ...rest,
          id: `z-${index}`,
          organisationId: home,
          problem: `${problem} ${index}`,
          meetingId: meeting?.id ?? null,
          source: meeting === null ? source : null
        })
      )
  )

export const rectificationsIn = (
  members: readonly Member[],
  meetings: readonly Meeting[]
): fc.Arbitrary<Rectification[]> =>
  fc.tuple(rectificationOf(0, members, meetings), rectificationOf(1, members, meetings))

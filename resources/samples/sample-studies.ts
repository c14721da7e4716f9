import type { Day } from '../../shared/kernel/dates.ts'
import { branches, type Row } from './sample-branches.ts'
import { chanceOf, oneOf } from './sample-chance.ts'
import { membersOn, referenceTo, seatsOn } from './sample-office.ts'
import type { SamplePerson } from './sample-people.ts'

/** A course of the year: who of a branch went is drawn, of so many in ten. */
type Course = { date: Day; content: string; hours: number; kind: string; leaders: boolean; ofTen: number }

const courses: readonly Course[] = [
  { date: '2026-05-13', content: '县局党委党员集中培训', hours: 8, kind: '脱产', leaders: false, ofTen: 9 },
  { date: '2026-06-24', content: '支部书记和委员培训班', hours: 24, kind: '集中培训', leaders: true, ofTen: 10 },
  { date: '2026-10-21', content: '全会精神专题辅导', hours: 4, kind: '集中培训', leaders: false, ofTen: 8 }
]

const readings = ['自学党章并写出体会', '自学纪律处分条例', '自学党支部工作条例']

const rowOf = (person: SamplePerson, code: string, date: Day, rest: Row): Row => ({
  组织编码: code,
  姓名: referenceTo(person, code),
  日期: date,
  ...rest
})

/** People in bed or far away learn at home, or not at all; nobody sends them to a course. */
const isHere = (person: SamplePerson, date: Day): boolean =>
  person.away === null || date < person.away.from || date > person.away.to

function courseRows(code: string, { date, content, hours, kind, leaders, ofTen }: Course): Row[] {
  const people = leaders ? seatsOn(code, date) : membersOn(code, date)
  return people
    .filter((person) => isHere(person, date) && chanceOf(`study ${person.key} ${date}`)(10) < ofTen)
    .map((person) => rowOf(person, code, date, { 内容: content, 学时: hours, 类别: kind }))
}

function readingRows(code: string): Row[] {
  const date = '2026-08-28'
  return membersOn(code, date).flatMap((person) => {
    const pick = chanceOf(`reading ${person.key}`)
    if (pick(3) > 0) return []
    return [rowOf(person, code, date, { 内容: oneOf(pick, readings), 学时: 1.5 + pick(3), 类别: '自学' })]
  })
}

/** Rows of 学时: what people learned beside the meetings of their branch. */
export const studyRows: readonly Row[] = branches.flatMap(({ code }) => [
  ...courses.flatMap((course) => courseRows(code, course)),
  ...readingRows(code)
])

import { type Day, daysBetween, yearOf } from '../../kernel/dates.ts'
import type { ChecklistMark, Proof } from './checklist.ts'

/** What is odd about a proof: pointed out, never hidden, and nothing is taken off for it. */
export type ProofCode = 'outside-year' | 'same-file' | 'used-elsewhere' | 'used-twice' | 'last-day' | 'filed-late'
export type ProofFinding = { code: ProofCode; item: string; proofId: string; says: string }

/** Filed more than so many days after the event: this program's own reading. */
export const lateAfterDays = 30

/** What proofs are judged by: the SHA-256 of their files, and the last day of filing where one was set. */
export type ProofFacts = {
  year: number
  proofs: readonly Proof[]
  marks: readonly ChecklistMark[]
  files: readonly { proofId: string; digest: string }[]
  /** The same files where another branch or another year has them, with words that say where. */
  elsewhere: readonly { digest: string; where: string }[]
  deadline: Day | null
}

/** A proof, or the 证据 of a mark, in the same shape. */
type Filed = Pick<Proof, 'id' | 'item' | 'title' | 'happenedOn' | 'filedOn'>

const ofMarks = (marks: readonly ChecklistMark[]): Filed[] =>
  marks.flatMap(({ id, item, evidence, happenedOn, filedOn }) =>
    evidence === null || evidence.trim() === '' ? [] : [{ id, item, title: evidence.trim(), happenedOn, filedOn }]
  )

const finding = (code: ProofCode, { id, item }: Filed, says: string): ProofFinding => ({
  ...{ code, item, proofId: id, says }
})

const shown = ({ title, happenedOn }: Filed): string =>
  happenedOn === null ? `“${title}”` : `“${title}”（${happenedOn}）`

function ofDays(one: Filed, { year, deadline }: ProofFacts): ProofFinding[] {
  const { happenedOn, filedOn } = one
  const found: ProofFinding[] = []
  if (happenedOn !== null && yearOf(happenedOn) !== year)
    found.push(finding('outside-year', one, `${shown(one)}的发生日期不在 ${year} 年。`))
  if (filedOn === deadline) found.push(finding('last-day', one, `${shown(one)}在截止日 ${filedOn} 当天才归档。`))
  const days = happenedOn === null ? 0 : daysBetween(happenedOn, filedOn)
  if (days > lateAfterDays)
    found.push(finding('filed-late', one, `${shown(one)}到 ${filedOn} 才归档，晚了 ${days} 天。`))
  return found
}

/** Each proof of a group of two and more is told which others it is the same as. */
const sameAs = (groups: Iterable<readonly Filed[]>, code: ProofCode, what: string): ProofFinding[] =>
  [...groups]
    .filter((group) => group.length > 1)
    .flatMap((group) =>
      group.map((one) => {
        const others = group.filter(({ id }) => id !== one.id).map(({ item, title }) => `${item}“${title}”`)
        return finding(code, one, `${shown(one)}${what}：${others.join('、')}。`)
      })
    )

function ofFiles(filed: readonly Filed[], files: ProofFacts['files']): ProofFinding[] {
  const byDigest = Map.groupBy(files, ({ digest }) => digest).values()
  const groups = [...byDigest].map((same) => {
    const ids = new Set(same.map(({ proofId }) => proofId))
    return filed.filter(({ id }) => ids.has(id))
  })
  return sameAs(groups, 'same-file', '与别处是同一个文件')
}

/** A file that another branch or another year has too. */
const ofElsewhere = (filed: readonly Filed[], { files, elsewhere }: ProofFacts): ProofFinding[] =>
  filed.flatMap((one) => {
    const own = new Set(files.filter(({ proofId }) => proofId === one.id).map(({ digest }) => digest))
    const places = [...new Set(elsewhere.filter(({ digest }) => own.has(digest)).map(({ where }) => where))]
    return places.length === 0
      ? []
      : [finding('used-elsewhere', one, `${shown(one)}的文件还用在：${places.join('、')}。`)]
  })

/** Two pictures without a day may well have the same name; only the same title of the same day is the same event. */
function ofTitles(filed: readonly Filed[]): ProofFinding[] {
  const dated = filed.filter(({ happenedOn }) => happenedOn !== null)
  const groups = Map.groupBy(dated, ({ title, happenedOn }) => `${happenedOn} ${title.trim()}`).values()
  return sameAs(groups, 'used-twice', '与别处题名、日期都相同')
}

/** All that is odd about the proofs and marks of a branch and year, item by item. */
export function proofFindings(facts: ProofFacts): ProofFinding[] {
  const filed = [...facts.proofs, ...ofMarks(facts.marks)]
  const found = [
    ...filed.flatMap((one) => ofDays(one, facts)),
    ...ofFiles(filed, facts.files),
    ...ofElsewhere(filed, facts),
    ...ofTitles(filed)
  ]
  return found.sort((one, other) => (one.item < other.item ? -1 : one.item > other.item ? 1 : 0))
}

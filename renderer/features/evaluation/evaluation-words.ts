import type { Outputs } from '../../api/client.ts'

export type Desk = Outputs['evaluation']['desk']
/** The desk of an evaluation that has begun. */
export type BegunDesk = Desk & { evaluation: NonNullable<Desk['evaluation']> }
export type MemberLine = Desk['members'][number]
export type Entry = NonNullable<MemberLine['entry']>
/** A member who is in the evaluation. */
export type EntryLine = MemberLine & { entry: Entry }
export type Finding = Desk['findings'][number]
export type Round = BegunDesk['evaluation']['rounds'][number]

export const hasBegun = (desk: Desk): desk is BegunDesk => desk.evaluation !== null
export const isEntered = (line: MemberLine): line is EntryLine => line.entry !== null

export const viewNames = { self: '自评', peer: '互评', vote: '测评', decision: '评定', after: '后续' } as const
export type EvaluationView = keyof typeof viewNames
export const isView = (text: string | null): text is EvaluationView => text !== null && text in viewNames

/** By share of 优秀, then of 优秀 and 合格 together; who has no figures comes last, ties stay in the order of the roster. */
export function byFigures(lines: readonly MemberLine[]): MemberLine[] {
  const key = ({ figures }: MemberLine): readonly [number, number] => {
    if (figures === null || !figures.shown) return [-1, -1]
    const [excellent = 0, qualified = 0] = figures.counts
    return [excellent / figures.valid, (excellent + qualified) / figures.valid]
  }
  return [...lines].sort((one, other) => {
    const [a, b] = [key(one), key(other)]
    return b[0] - a[0] || b[1] - a[1]
  })
}

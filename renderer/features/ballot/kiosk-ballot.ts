import type { Mark } from '../../../shared/features/ballot/ballot.ts'

/** A ballot at the voting page: lines without a mark are undefined; `at` is the line the next key is for. */
export type KioskBallot = { marks: readonly (Mark | undefined)[]; at: number }

export const newBallot = (lines: number): KioskBallot => ({
  marks: Array.from({ length: lines }, () => undefined),
  at: 0
})

/** A line marked, and the next one up; the last stays. */
export const marked = (ballot: KioskBallot, at: number, mark: Mark): KioskBallot => ({
  marks: ballot.marks.map((old, index) => (index === at ? mark : old)),
  at: Math.min(at + 1, ballot.marks.length)
})

/** The line before or after, within the ballot. */
export const moved = ({ marks, at }: KioskBallot, by: number): KioskBallot => ({
  marks,
  at: Math.max(0, Math.min(marks.length - 1, at + by))
})

/** Nothing is marked, no blank either. */
export const isUntouched = ({ marks }: KioskBallot): boolean => marks.every((mark) => mark === undefined)

/** Lines nobody has marked: they go in as blank. */
export const unmarked = ({ marks }: KioskBallot): number => marks.filter((mark) => mark === undefined).length

/** The ballot as it goes into the box. */
export const marksToCast = ({ marks }: KioskBallot): Mark[] => marks.map((mark) => mark ?? null)

/** The digits of a code as somebody types or reads them, in two groups of four; eight and no more. */
export function groupedCode(text: string): string {
  const digits = text.normalize('NFKC').replace(/\D/g, '').slice(0, 8)
  return digits.length > 4 ? `${digits.slice(0, 4)} ${digits.slice(4)}` : digits
}

/** A code has so many digits. */
export const isWholeCode = (text: string): boolean => text.replace(/\D/g, '').length === 8

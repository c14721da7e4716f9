/** `missed` is what counts: the number of faults that did what must not happen. Nothing timed is judged. */
export type Row = { run: string; faults: number; target: string; found: string; missed: number | 'not run' | 'control' }

const verdictOf = ({ missed }: Row): string =>
  typeof missed === 'string' ? missed : missed === 0 ? 'met' : `MISSED ${missed}`

/** So much of what was found stands in the table; the rest below it, where something was missed. */
const width = 100
const short = (text: string): string => (text.length > width ? `${text.slice(0, width - 1)}…` : text)

/** One line for each run, in the order they were made. */
export function printTable(rows: readonly Row[]): void {
  console.table(
    rows.map((row) => ({
      run: row.run,
      faults: row.faults,
      target: row.target,
      found: short(row.found),
      verdict: verdictOf(row)
    }))
  )
  for (const row of rows) if (row.found.length > width) console.log(`${row.run} (${verdictOf(row)}): ${row.found}`)
}

export const anyMissed = (rows: readonly Row[]): boolean =>
  rows.some(({ missed }) => typeof missed === 'number' && missed > 0)

/** What went wrong, each kind once with how often: “3 × lost, 1 × half”. */
export function tally(faults: readonly string[]): string {
  const kinds = Map.groupBy(faults, (fault) => fault)
  return [...kinds].map(([kind, all]) => `${all.length} × ${kind}`).join(', ')
}

/** Two kinds of faults apart: what harms data, and what only lies about. */
export const parted = (faults: readonly string[], mark: string): [harm: string[], litter: string[]] => [
  faults.filter((fault) => !fault.startsWith(mark)),
  faults.filter((fault) => fault.startsWith(mark))
]

/** `missed` is what counts: the number of faults that did what must not happen. Nothing timed is judged. */
export type Row = { run: string; faults: number; target: string; found: string; missed: number | 'not run' | 'control' }

const verdictOf = ({ missed }: Row): string =>
  typeof missed === 'string' ? missed : missed === 0 ? 'met' : `MISSED ${missed}`

/** One line for each run, in the order they were made. */
export function printTable(rows: readonly Row[]): void {
  console.table(
    rows.map((row) => ({
      run: row.run,
      faults: row.faults,
      target: row.target,
      found: row.found,
      verdict: verdictOf(row)
    }))
  )
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

/** Steps done and steps in all. */
export type Step = { done: number; total: number }

/** Work that calls back at each step, as something to iterate over; only the newest step is kept for a slow listener. */
export function stepsOf<Result>(run: (onStep: (done: number, total: number) => void) => Promise<Result>): {
  steps: AsyncGenerator<Step, void>
  result: Promise<Result>
} {
  let newest: Step | null = null
  let over = false
  let wake = (): void => {}
  const result = run((done, total) => {
    newest = { done, total }
    wake()
  }).finally(() => {
    over = true
    wake()
  })
  // A listener may be slow, or gone: a failure nobody waits for yet must not end the thread.
  result.catch(() => undefined)
  async function* steps(): AsyncGenerator<Step, void> {
    for (;;) {
      const step = newest
      newest = null
      if (step !== null) yield step
      else if (over) return
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return { steps: steps(), result }
}

import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { stepsOf } from '../../../electron/features/paper/steps-of.ts'

const unheard: unknown[] = []
const hear = (reason: unknown): void => void unheard.push(reason)
afterEach(() => process.off('unhandledRejection', hear))

it('gives the newest step and then the result', async () => {
  const work = stepsOf(async (onStep) => {
    onStep(1, 3)
    onStep(2, 3)
    await pause(5)
    onStep(3, 3)
    return 'done'
  })
  const seen: number[] = []
  for await (const { done } of work.steps) seen.push(done)
  expect(seen).toEqual([2, 3])
  expect(await work.result).toBe('done')
})

it('keeps a failure for who asks, and ends no thread where nobody listens', async () => {
  process.on('unhandledRejection', hear)
  const work = stepsOf(async () => {
    throw new Error('stopped')
  })
  await pause(20)
  expect(unheard).toEqual([])
  await expect(work.result).rejects.toThrow('stopped')
})

import { useSyncExternalStore } from 'react'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { client, type Outputs, problemOfError, queryClient } from '../../api/client.ts'

type Step = Outputs['pack']['write'] extends AsyncIterable<infer One> ? One : never
export type PackProgress = NonNullable<Step['progress']>
export type BuiltPack = NonNullable<Step['built']>[number]
export type PackWish = Parameters<typeof client.pack.write.mutate>[0]

/** Making packs: what was asked for, how far it is, and how it ended. One at a time; it goes on while other screens are open. */
export type PackWork = {
  wish: PackWish | null
  running: boolean
  progress: PackProgress | null
  built: readonly BuiltPack[] | null
  stopped: boolean
  problem: Problem | null
}

const idle: PackWork = { wish: null, running: false, progress: null, built: null, stopped: false, problem: null }
let work: PackWork = idle
let stop = new AbortController()
const listeners = new Set<() => void>()

function set(part: Partial<PackWork>): void {
  work = { ...work, ...part }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePackWork = (): PackWork => useSyncExternalStore(subscribe, () => work)

export const stopPacks = (): void => stop.abort()

export async function writePacks(wish: PackWish): Promise<void> {
  if (work.running) return
  stop = new AbortController()
  set({ ...idle, wish, running: true })
  try {
    for await (const { progress, built } of await client.pack.write.mutate(wish, { signal: stop.signal })) {
      if (progress !== null) set({ progress })
      if (built !== null) set({ built })
    }
  } catch (error) {
    if (!stop.signal.aborted) set({ problem: problemOfError(error) })
  }
  set({ running: false, stopped: stop.signal.aborted && work.built === null })
  await queryClient.invalidateQueries()
}

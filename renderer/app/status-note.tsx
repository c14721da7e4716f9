import { useEffect, useSyncExternalStore } from 'react'

let note = ''
const listeners = new Set<() => void>()

function set(text: string): void {
  note = text
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What the screen on stage says in the status bar. */
export const useStatusNote = (): string => useSyncExternalStore(subscribe, () => note)

/** Says something in the status bar (row count, “草稿已保存 15:42”) for as long as the screen stands. */
export function useSayStatus(text: string): void {
  useEffect(() => {
    set(text)
    return () => set('')
  }, [text])
}

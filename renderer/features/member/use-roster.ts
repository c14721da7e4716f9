import { useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api } from '../../api/client.ts'
import type { RosterQuery, RosterRow } from './roster.ts'

/** Rows that come from the store together. */
const pageSize = 200

export type RosterWindow = {
  rowAt: (index: number) => RosterRow | undefined
  /** Where a person stands among the rows at hand, else -1. */
  indexOf: (id: string) => number
  /** Tells which rows are in sight; their pages are fetched once the scrolling pauses. */
  onSight: (first: number, last: number) => void
  error: unknown
  refetch: () => void
}

/** The roster by pages: only those in sight are fetched, and kept for a while when they leave it. */
export function useRosterPages(query: RosterQuery): RosterWindow {
  const [span, setSpan] = useState({ first: 0, last: 0 })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const numbers = Array.from({ length: span.last - span.first + 1 }, (_one, index) => span.first + index)
  const pages = useQueries({
    queries: numbers.map((number) => ({
      ...api.member.page.queryOptions({ ...query, offset: number * pageSize, limit: pageSize }),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 300_000
    }))
  })
  const onSight = useCallback((first: number, last: number): void => {
    const next = { first: Math.floor(first / pageSize), last: Math.floor(Math.max(first, last - 1) / pageSize) }
    clearTimeout(timer.current)
    timer.current = setTimeout(
      () => setSpan((old) => (old.first === next.first && old.last === next.last ? old : next)),
      60
    )
  }, [])
  const rowAt = (index: number): RosterRow | undefined =>
    pages[Math.floor(index / pageSize) - span.first]?.data?.[index % pageSize]
  const indexOf = (id: string): number => {
    for (const [at, page] of pages.entries()) {
      const found = page.data?.findIndex((row) => row.id === id) ?? -1
      if (found >= 0) return (span.first + at) * pageSize + found
    }
    return -1
  }
  return {
    rowAt,
    indexOf,
    onSight,
    error: pages.find((page) => page.error !== null)?.error ?? null,
    refetch: () => {
      for (const page of pages) void page.refetch()
    }
  }
}

/**
 * Where the person stands: among the rows at hand, else as the store says; -1 where the view does not hold him. While
 * the store is asked the last answer holds, so that scrolling away from the current row does not jump back to it.
 */
export function useRosterPlace(query: RosterQuery, pages: RosterWindow, id: string | null) {
  const here = id === null ? -1 : pages.indexOf(id)
  const asked = useQuery({
    ...api.member.place.queryOptions({ ...query, id: id ?? '' }),
    enabled: id !== null && here < 0
  })
  const key = `${JSON.stringify(query)} ${id}`
  const last = useRef({ key, index: -1 })
  const known = id === null || here >= 0 || asked.data !== undefined
  const index = here >= 0 ? here : known ? (asked.data ?? -1) : last.current.key === key ? last.current.index : -1
  useEffect(() => {
    last.current = { key, index }
  }, [key, index])
  return { index, known }
}

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { finalReviewer } from '../../../shared/features/checklist/review-rules.ts'
import type { ReviewFinal, ReviewPoint } from '../../../shared/features/checklist/review.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { client, problemOfError } from '../../api/client.ts'
import type { Desk } from './checklist-words.ts'

/** Points typed into a cell; null takes them away. */
export type Given = { reviewer: string; item: string; points: number | null; reason: string | null }

/** How long typing rests before the whole list is read anew, in milliseconds: measuring it takes longer than typing a cell. */
const rest = 900

const keyOf = ({ reviewer, item }: Pick<Given, 'reviewer' | 'item'>): string => `${reviewer}\n${item}`

/** The points the engine has with those typed since laid over them. */
function laidOver(desk: Desk, typed: ReadonlyMap<string, Given>): { points: ReviewPoint[]; finals: ReviewFinal[] } {
  const reviewId = desk.review.review?.id ?? ''
  const stored = [...desk.review.points, ...desk.review.finals.map((one) => ({ ...one, reviewer: finalReviewer }))]
  const all = [
    ...stored.filter((one) => !typed.has(keyOf(one))),
    ...[...typed.values()].flatMap(({ points, ...one }) => (points === null ? [] : [{ ...one, reviewId, points }]))
  ]
  return {
    points: all.filter(({ reviewer }) => reviewer !== finalReviewer),
    finals: all.filter(({ reviewer }) => reviewer === finalReviewer)
  }
}

/** Points of a review while they are typed: each cell is kept at once, the list is read anew when typing rests. */
export function usePoints(desk: Desk) {
  const queries = useQueryClient()
  const [typed, setTyped] = useState<ReadonlyMap<string, Given>>(new Map())
  const [problem, setProblem] = useState<Problem | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const readAnew = useRef(() => {})
  readAnew.current = () => void queries.invalidateQueries()
  useEffect(
    () => () => {
      if (timer.current === undefined) return
      clearTimeout(timer.current)
      readAnew.current()
    },
    []
  )
  const save = async (given: Given): Promise<void> => {
    const reviewId = desk.review.review?.id ?? ''
    const { reviewer, ...rests } = given
    setProblem(null)
    setTyped((old) => new Map(old).set(keyOf(given), given))
    try {
      if (reviewer === finalReviewer) await client.checklist.saveFinal.mutate({ reviewId, ...rests })
      else await client.checklist.savePoint.mutate({ reviewId, ...given })
    } catch (error) {
      setProblem(problemOfError(error))
      setTyped((old) => new Map([...old].filter(([key]) => key !== keyOf(given))))
    }
    clearTimeout(timer.current)
    timer.current = setTimeout(() => readAnew.current(), rest)
  }
  return { ...laidOver(desk, typed), save, problem }
}
export type Points = ReturnType<typeof usePoints>

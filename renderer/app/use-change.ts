import { useMutation, useQueryClient } from '@tanstack/react-query'
import { problemOfError } from '../api/client.ts'

/** A change of records: done once at a time, with everything on the screen read anew after it, and why it was refused. */
export function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>, onDone?: (answer: Answer) => void) {
  const queries = useQueryClient()
  const running = useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      onDone?.(answer)
      await queries.invalidateQueries()
    }
  })
  return { ...running, problem: running.error === null ? null : problemOfError(running.error) }
}

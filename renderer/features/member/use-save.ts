import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { problemOfError } from '../../api/client.ts'

/** Saves a small form: all that is shown is read anew afterwards, and a refusal comes back with its field. */
export function useSave<Value>(send: (value: Value) => Promise<unknown>, onSaved: () => void) {
  const queries = useQueryClient()
  const [problem, setProblem] = useState<Problem | null>(null)
  const saving = useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await queries.invalidateQueries()
      onSaved()
    },
    onError: (error) => setProblem({ ...problemOfError(error) })
  })
  return { save: saving.mutate, refuse: setProblem, problem, busy: saving.isPending }
}

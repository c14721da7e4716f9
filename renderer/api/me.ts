import { useQuery } from '@tanstack/react-query'
import type { Right } from '../../shared/features/account/rights.ts'
import { api, type Outputs } from './client.ts'

export type Me = Outputs['account']['me']

/** The person at the keyboard and what he may do; undefined until the engine has answered. */
export const useMe = (): Me | undefined => useQuery({ ...api.account.me.queryOptions(), staleTime: 30_000 }).data

/** Whether to offer what needs a right. Only for what is shown: the engine refuses by itself. */
export function useRight(right: Right): boolean {
  return useMe()?.rights.includes(right) ?? false
}

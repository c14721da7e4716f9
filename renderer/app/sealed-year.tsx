import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'

/** Whether the year of an organisation is sealed; false until the engine has answered, which refuses by itself. */
export function useSealedYear(organisationId: string | null, year: number): boolean {
  const found = useQuery({
    ...api.pack.sealed.queryOptions({ organisationId: organisationId ?? '', year }),
    enabled: organisationId !== null && organisationId !== ''
  })
  return found.data ?? false
}

/** Says beside the year that it is sealed, before somebody types what is refused. */
export function SealedTag({ organisationId, year }: { organisationId: string | null; year: number }) {
  return useSealedYear(organisationId, year) ? <span className="tag green">已封存，只能看</span> : null
}

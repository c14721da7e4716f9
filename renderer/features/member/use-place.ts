import { useSearchParams } from 'react-router'

export type Place = {
  organisationId: string | null
  memberId: string | null
  /** Goes to an organisation or a person; what is not named stays, null takes away. */
  go: (part: { organisationId?: string; memberId?: string | null }) => void
}

/** Which organisation and which person stand in the address, so that search and links can open both. */
export function usePlace(): Place {
  const [search, setSearch] = useSearchParams()
  return {
    organisationId: search.get('organisation'),
    memberId: search.get('member'),
    go: ({ organisationId, memberId }) =>
      setSearch(
        (old) => {
          const next = new URLSearchParams(old)
          if (organisationId !== undefined) next.set('organisation', organisationId)
          if (memberId === null) next.delete('member')
          else if (memberId !== undefined) next.set('member', memberId)
          return next
        },
        { replace: true }
      )
  }
}

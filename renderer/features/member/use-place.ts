import { useAddress } from '../../app/use-address.ts'

export type Place = {
  organisationId: string | null
  memberId: string | null
  /** Goes to an organisation or a person; what is not named stays, null takes away. */
  go: (part: { organisationId?: string; memberId?: string | null }) => void
}

/** Which organisation and which person stand in the address, so that search and links can open both. */
export function usePlace(): Place {
  const { params, go } = useAddress()
  return {
    organisationId: params.get('organisation'),
    memberId: params.get('member'),
    go: ({ organisationId, memberId }) => go({ organisation: organisationId, member: memberId })
  }
}

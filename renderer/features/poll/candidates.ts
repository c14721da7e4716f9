import { type Organisation, isBranch, labelOf } from '../../../shared/features/organisation/organisation.ts'
import { isCommitteeSeat } from '../../../shared/features/post/post.ts'
import type { Outputs } from '../../api/client.ts'
import type { SubjectDraft } from './set-up.ts'

type Row = Pick<Outputs['member']['page'][number], 'id' | 'name' | 'organisationId' | 'organisation' | 'posts'>
type Place = Pick<Organisation, 'id' | 'name' | 'shortName' | 'kind' | 'parentId'>

/** Posts a person holds in an organisation; those held elsewhere stand with its name in front. */
function postsIn({ organisationId, posts }: Row, organisation: Place): string[] {
  const label = labelOf(organisation)
  return posts.flatMap((post) =>
    organisationId === organisation.id ? [post] : post.startsWith(label) ? [post.slice(label.length)] : []
  )
}

/** A person of the roster as a subject, with the posts he holds. */
export const fromRoster = ({ id, name, posts }: Row): SubjectDraft => ({
  ...{ id: `new-${id}`, name, memberId: id },
  post: posts.length === 0 ? null : posts.join('、').slice(0, 100)
})

/** Everybody on the committee of an organisation. */
export const committeeOf = (people: readonly Row[], organisation: Place): SubjectDraft[] =>
  people.flatMap((row) => {
    const seats = postsIn(row, organisation).filter(isCommitteeSeat)
    return seats.length === 0 ? [] : [{ ...fromRoster(row), post: seats.join('、') }]
  })

/** The organisations below one that report by themselves, groups left out. */
export function branchesBelow(organisations: readonly Place[], id: string): Place[] {
  const children = organisations.filter(({ parentId, kind }) => parentId === id && kind !== '党小组')
  return children.flatMap((one) => [...(isBranch(one) ? [one] : []), ...branchesBelow(organisations, one.id)])
}

/** The secretary of every branch, with the name of the branch in his post. */
export const secretariesOf = (people: readonly Row[], branches: readonly Place[]): SubjectDraft[] =>
  branches.flatMap((branch) =>
    people
      .filter((row) => postsIn(row, branch).includes('书记'))
      .map((row) => ({ ...fromRoster(row), post: `${labelOf(branch)}书记` }))
  )

/** A committee or leading group as a whole. */
export const teamOf = (organisation: Place): SubjectDraft => ({
  ...{ id: `new-${organisation.id}`, memberId: null, post: null },
  name: `${labelOf(organisation)}${isBranch(organisation) ? '委员会' : '领导班子'}`.slice(0, 50)
})

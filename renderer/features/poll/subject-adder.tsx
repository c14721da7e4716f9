import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Person } from '../../../shared/features/meeting/meeting.ts'
import { api } from '../../api/client.ts'
import { PersonField } from '../../app/person-field.tsx'
import { branchesBelow, committeeOf, fromRoster, secretariesOf, teamOf } from './candidates.ts'
import { joined, type SubjectDraft } from './set-up.ts'
import type { CardProps } from './set-up-view.tsx'

type Many = { title: string; subjects: SubjectDraft[] }

/** Those who can be added at once: teams where teams are appraised, else people by their posts. */
function useMany({ desk }: CardProps): Many[] {
  const { organisation, poll } = desk
  const tree = useQuery(api.organisation.tree.queryOptions()).data ?? []
  // The same rows the field for one person has.
  const people =
    useQuery(
      api.member.page.queryOptions({
        ...{ organisationId: organisation.id, view: 'current', order: 'post' },
        ...{ offset: 0, limit: 500 }
      })
    ).data ?? []
  const branches = branchesBelow(tree, organisation.id)
  const some: Many[] =
    poll.kind === '班子测评'
      ? [
          { title: '加入本组织班子', subjects: [teamOf(organisation)] },
          { title: '加入各支部班子', subjects: branches.map(teamOf) }
        ]
      : [
          { title: '加入全部委员', subjects: committeeOf(people, organisation) },
          { title: '加入各支部书记', subjects: secretariesOf(people, branches) }
        ]
  return some.filter(({ subjects }) => subjects.length > 0)
}

/** Adds one by name, from the roster with his post or as free text, or many at once. */
export function SubjectAdder(props: CardProps) {
  const { desk, work } = props
  const [person, setPerson] = useState<Person | null>(null)
  const [made, setMade] = useState(0)
  const many = useMany(props)
  const people = useQuery(
    api.member.page.queryOptions({
      ...{ organisationId: desk.organisation.id, view: 'current', order: 'post' },
      ...{ offset: 0, limit: 500 }
    })
  )
  const add = (more: readonly SubjectDraft[]): void =>
    work.change((old) => ({ subjects: joined(old.subjects, more).slice(0, 500) }))
  const addOne = (): void => {
    if (person === null) return
    const row = (people.data ?? []).find(({ id }) => id === person.memberId)
    add([
      row === undefined ? { id: `new-text-${made}`, name: person.name, memberId: null, post: null } : fromRoster(row)
    ])
    setMade(made + 1)
    setPerson(null)
  }
  const known = joined(work.draft.subjects, [])
  return (
    <form
      className="poll-adder"
      aria-label="加测评对象"
      onSubmit={(event) => {
        event.preventDefault()
        addOne()
      }}
    >
      <PersonField
        id="poll-subject"
        label={desk.poll.kind === '班子测评' ? '班子名称' : '姓名'}
        organisationId={desk.organisation.id}
        value={person}
        fault={undefined}
        onChange={setPerson}
      />
      <Button htmlType="submit" disabled={person === null}>
        加入对象
      </Button>
      <span className="push" />
      {many.map(({ title, subjects }) => (
        <Button
          key={title}
          disabled={joined(known, subjects).length === known.length}
          title={subjects.map(({ name }) => name).join('、')}
          onClick={() => add(subjects)}
        >
          {title}
        </Button>
      ))}
    </form>
  )
}

import { useQuery } from '@tanstack/react-query'
import { restrictionNote } from '../../shared/features/supervision/supervision-rules.ts'
import { isDay } from '../../shared/kernel/dates.ts'
import { api } from '../api/client.ts'
import { useRight } from '../api/me.ts'
import { useRules } from '../api/rules.ts'
import { Cite } from '../ui/cite.tsx'
import { Verdict } from '../ui/verdict.tsx'

type Props = { person: { name: string; memberId: string | null } | null; day: string }

/** Stands wherever somebody is put forward: that he is not to be promoted or commended that day, and not why. */
export function RestrictionNote({ person, day }: Props) {
  const mayWrite = useRight('records.write')
  const memberId = person?.memberId ?? null
  const rules = useRules(isDay(day) ? day : undefined)
  const found = useQuery({
    ...api.supervision.restrictions.queryOptions({ memberId: memberId ?? '', day }),
    enabled: mayWrite && memberId !== null && isDay(day)
  })
  const [restriction] = found.data ?? []
  const note = restriction === undefined ? null : restrictionNote(restriction, day)
  if (note === null || memberId === null) return null
  return (
    <Verdict tone="warn" aside={<Cite rules={rules} id={note.rule} />}>
      {person?.name}在{note.message}
    </Verdict>
  )
}

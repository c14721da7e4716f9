import { AutoComplete } from 'antd'
import { useState } from 'react'
import { type AbsenceReason, absenceReasons } from '../../../shared/features/meeting/meeting.ts'
import type { Attendee } from '../../../shared/features/meeting/meeting-rules.ts'
import { useNameMatch } from './initials.ts'
import type { Draft } from './meeting-draft.ts'

/** In the order they occur; the letter is the one that may be typed behind the name. */
const reasonLetters: readonly [AbsenceReason, string][] = [
  ['事假', 's'],
  ['病假', 'b'],
  ['公差', 'g'],
  ['无故', 'w'],
  ['其他', 'q']
]

const meant = (typed: string): AbsenceReason[] =>
  reasonLetters
    .filter(([reason, letter]) => typed === '' || typed.toLowerCase() === letter || reason.startsWith(typed))
    .map(([reason]) => reason)

/** Who and why out of what was typed: “zlx b” or “赵立新 病”. */
function proposals(people: readonly Attendee[], typed: string, matches: ReturnType<typeof useNameMatch>) {
  const [name = '', reason = ''] = typed.trim().split(/\s+/)
  if (name === '') return []
  const reasons = meant(reason)
  return people
    .filter((person) => matches(person, name))
    .slice(0, 6)
    .flatMap((person) =>
      reasons.map((one) => ({
        value: `${person.memberId} ${one}`,
        label: `${person.name}　${one}`,
        person,
        reason: one
      }))
    )
}

/** 记缺席 by typing: the roll need not be walked, nor be unfolded. */
export function AbsenceFinder({ draft }: { draft: Draft }) {
  const [typed, setTyped] = useState('')
  const matches = useNameMatch()
  const { meeting, roll, change } = draft
  const options = proposals(
    roll.filter((person) => person.expected),
    typed,
    matches
  )
  const choose = (value: string): void => {
    const chosen = options.find((option) => option.value === value)
    setTyped('')
    if (chosen === undefined) return
    const { memberId, name } = chosen.person
    const others = meeting.absences.filter((absence) => absence.memberId !== memberId)
    change({ absences: [...others, { memberId, name, reason: chosen.reason }] })
  }
  return (
    <AutoComplete
      id="absence"
      aria-label="记缺席"
      className="absence-finder"
      placeholder="记缺席：zlx b 就是赵立新病假"
      value={typed}
      options={options.map(({ value, label }) => ({ value, label }))}
      defaultActiveFirstOption
      notFoundContent={typed.trim() === '' ? null : `应到名单里没有，原因可以写${absenceReasons.join('、')}`}
      onSearch={setTyped}
      onSelect={choose}
    />
  )
}

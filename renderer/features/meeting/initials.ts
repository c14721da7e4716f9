import { createContext, useContext } from 'react'

/** 拼音首字母 of the people of the roster, by their ids: `zlx` finds 赵立新. */
export const Initials = createContext<Readonly<Record<string, string>>>({})

/** Whether what was typed means this person: a part of the name, or the beginning of its initials. */
export function useNameMatch(): (person: { memberId: string; name: string }, typed: string) => boolean {
  const initials = useContext(Initials)
  return ({ memberId, name }, typed) =>
    name.includes(typed) || (initials[memberId] ?? '').startsWith(typed.toLowerCase())
}

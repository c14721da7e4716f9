import { Judged } from '../../ui/judged.tsx'
import type { Finding } from './evaluation-words.ts'

type Props = { findings: readonly Finding[]; fields: readonly string[]; memberId?: string | null }

/** What does not fit, at its place: findings of these fields, of the whole or of one member. */
export function FindingNotes({ findings, fields, memberId = null }: Props) {
  return (
    <>
      {findings
        .filter((one) => one.memberId === memberId && fields.some((field) => one.field.startsWith(field)))
        .map(({ code, level, message }) => (
          <Judged key={`${code} ${message}`} level={level}>
            {message}
          </Judged>
        ))}
    </>
  )
}

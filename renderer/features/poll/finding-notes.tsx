import { useRules } from '../../api/rules.ts'
import { Cite } from '../../ui/cite.tsx'
import { Judged } from '../../ui/judged.tsx'
import type { Finding } from './poll-words.ts'

type Props = { findings: readonly Finding[]; fields: readonly string[]; year: number; subjectId?: string | null }

/** What does not fit, at its place and with its source: findings of these fields, of the whole or of one subject. */
export function FindingNotes({ findings, fields, year, subjectId = null }: Props) {
  const rules = useRules(year)
  return (
    <>
      {findings
        .filter((one) => one.subjectId === subjectId && fields.includes(one.field))
        .map(({ code, level, message, ruleId }) => (
          <Judged key={`${code} ${message}`} level={level}>
            {message} <Cite rules={rules} id={ruleId} />
          </Judged>
        ))}
    </>
  )
}

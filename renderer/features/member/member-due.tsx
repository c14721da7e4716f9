import { Cite } from '../../ui/cite.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { categoryOn } from '../../../shared/features/member/member.ts'
import { addDays, addYears } from '../../../shared/kernel/dates.ts'
import { useRight } from '../../api/me.ts'
import { useRules } from '../../api/rules.ts'
import { useHasDraft } from '../../app/stored-draft.ts'
import { memberDraftName } from './member-form.tsx'
import type { MemberFile } from './member-panel.tsx'

/** How many days ahead the end of the probation is told. */
const ahead = 60

/** The end of the probationary year, from some weeks before it; null where nothing is due. */
function probationWords({ member }: MemberFile, today: string): string | null {
  if (member.joinedOn === null || member.standing !== '正常' || categoryOn(member, today) !== '预备党员') return null
  const end = addYears(member.joinedOn, 1)
  if (addDays(today, ahead) < end) return null
  return end <= today
    ? `预备期 ${end} 已满（${member.joinedOn} 入党，一年），请按时讨论转正；批准延长的以批复为准。`
    : `预备期 ${end} 届满，届满前请准备讨论转正。`
}

type Props = { file: MemberFile; today: string; onEdit: (at: string | null) => void }

/** What is due or unfinished about this person, with its source and the way on. */
export function MemberDue({ file, today, onEdit }: Props) {
  const mayWrite = useRight('records.write')
  const rules = useRules(today)
  const waiting = useHasDraft(memberDraftName(file.member)) && mayWrite
  const { missing } = file.completeness
  const probation = probationWords(file, today)
  const here = file.member.standing === '正常'
  return (
    <div className="panel-verdicts">
      {probation === null ? null : <Verdict tone="info">{probation}</Verdict>}
      {file.findings.map((finding) => (
        <Verdict key={finding.rule} tone={finding.status === 'open' ? 'warn' : 'info'}>
          {finding.message}
          <br />
          <Cite rules={rules} id={finding.rule} />
        </Verdict>
      ))}
      {waiting ? (
        <Verdict
          tone="info"
          aside={
            <button type="button" className="link" onClick={() => onEdit(null)}>
              接着填
            </button>
          }
        >
          上次的修改还没有保存。
        </Verdict>
      ) : null}
      {missing.length === 0 || !here ? null : (
        <Verdict
          tone="warn"
          aside={
            mayWrite ? (
              <button type="button" className="link" onClick={() => onEdit(missing[0]?.field ?? null)}>
                补信息
              </button>
            ) : null
          }
        >
          缺 {missing.length} 项：{missing.map(({ name }) => name).join('、')}。
        </Verdict>
      )}
    </div>
  )
}

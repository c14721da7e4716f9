import './member-facts.css'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Member } from '../../../shared/features/member/member.ts'
import type { MissingFact } from '../../../shared/features/member/member-rules.ts'
import { client, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'

/** Masked until asked for; whoever asks is noted in the log. Masked again when the panel closes. */
function CitizenId({ id, masked }: { id: string; masked: string }) {
  const mayWrite = useRight('records.write')
  const [whole, setWhole] = useState<string | null>(null)
  const asking = useMutation({ mutationFn: () => client.member.reveal.mutate({ id }), onSuccess: setWhole })
  const toggle = (): void => {
    if (whole === null) asking.mutate()
    else setWhole(null)
  }
  return (
    <span className="citizen-id">
      <span className="number">{whole ?? masked}</span>
      {mayWrite ? (
        <button
          type="button"
          className="link"
          aria-label={whole === null ? '显示身份证号' : '遮住身份证号'}
          disabled={asking.isPending}
          onClick={toggle}
        >
          {whole === null ? '显示' : '遮住'}
        </button>
      ) : null}
      {mayWrite ? (
        <span className="note">
          {asking.error !== null
            ? problemOfError(asking.error).message
            : whole === null
              ? '显示时记入审计'
              : '已记入审计'}
        </span>
      ) : null}
    </span>
  )
}

const rows = [
  ['sex', '性别'],
  ['nation', '民族'],
  ['citizenId', '身份证号'],
  ['bornOn', '出生日期'],
  ['education', '学历'],
  ['degree', '学位'],
  ['job', '工作单位及职务'],
  ['phone', '手机号码'],
  ['landline', '固定电话'],
  ['address', '家庭住址'],
  ['category', '人员类别'],
  ['standing', '党籍状态'],
  ['joinedOn', '入党日期'],
  ['fullOn', '转正日期'],
  ['honours', '奖惩'],
  ['hardship', '困难情况'],
  ['note', '备注']
] as const satisfies readonly (readonly [keyof Member, string])[]

type Props = { member: Member; missing: readonly MissingFact[]; onComplete: (field: string) => void }

/** 基本信息 of a person; where the roster wants a fact and has none stands the way to fill it in. */
export function MemberFacts({ member, missing, onComplete }: Props) {
  const mayWrite = useRight('records.write')
  const contentOf = (field: (typeof rows)[number][0], name: string): ReactNode => {
    const value = member[field]
    if (field === 'citizenId' && value !== null) return <CitizenId key={member.id} id={member.id} masked={value} />
    if (value !== null && value !== '') return value
    if (!mayWrite || !missing.some((one) => one.field === field)) return <span className="quiet">—</span>
    return (
      <button type="button" className="link missing" onClick={() => onComplete(field)}>
        补{name}
      </button>
    )
  }
  return (
    <dl className="facts">
      {rows.map(([field, name]) => (
        <div key={field}>
          <dt>{name}</dt>
          <dd>{contentOf(field, name)}</dd>
        </div>
      ))}
    </dl>
  )
}

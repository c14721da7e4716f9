import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Member, Membership } from '../../../shared/features/member/member.ts'
import { missingFields } from '../../../shared/features/member/member-rules.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { maskCitizenId } from '../../../shared/kernel/citizen-id.ts'
import type { OrganisationNode } from './roster.ts'

function CitizenId({ value }: { value: string }) {
  const [open, setOpen] = useState(false)
  return (
    <span className="citizen-id">
      {open ? value : maskCitizenId(value)}
      <Button
        type="text"
        size="small"
        icon={open ? <EyeInvisibleOutlined /> : <EyeOutlined />}
        aria-label={open ? '遮住身份证号' : '显示身份证号'}
        aria-pressed={open}
        onClick={() => setOpen(!open)}
      />
    </span>
  )
}

type FactProps = { name: string; wanted: readonly string[]; onComplete: (field: string) => void; children: ReactNode }

/** A name with its value; where the roster wants a value and has none, the way to fill it in. */
function Fact({ name, wanted, onComplete, children }: FactProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {wanted.includes(name) ? (
          <button type="button" className="link missing" onClick={() => onComplete(name)}>
            补{name}
          </button>
        ) : (
          (children ?? <span className="quiet">—</span>)
        )}
      </dd>
    </>
  )
}

const spanOf = ({ from, to }: Membership): string =>
  from === null && to === null ? '至今' : `${from ?? '（没填转入日期）'} 至 ${to ?? '今'}`

function Spells({ member, organisations }: { member: Member; organisations: readonly OrganisationNode[] }) {
  const name = (id: string | null): string => {
    const found = organisations.find((one) => one.id === id)
    return found === undefined ? '' : labelOf(found)
  }
  return (
    <ul className="panel-list">
      {member.memberships.map((spell) => (
        <li key={spell.id}>
          <div>
            {name(spell.organisationId)}
            {spell.groupId === null ? '' : ` ${name(spell.groupId)}`}
            {spell.affiliation === '本支部' ? null : <span className="tag">{spell.affiliation}</span>}
          </div>
          <div className="note">
            {spanOf(spell)}
            {spell.statedPosts.length === 0 ? '' : `，名册所载职务：${spell.statedPosts.join('、')}`}
          </div>
        </li>
      ))}
    </ul>
  )
}

type Props = { member: Member; organisations: readonly OrganisationNode[]; onComplete: (field: string) => void }

/** 基本信息 of a person. The ID number is masked until asked for. */
export function MemberFacts({ member, organisations, onComplete }: Props) {
  const rest = { wanted: missingFields(member), onComplete }
  return (
    <>
      <dl className="facts">
        <Fact name="性别" {...rest}>
          {member.sex}
        </Fact>
        <Fact name="民族" {...rest}>
          {member.nation}
        </Fact>
        <Fact name="身份证号" {...rest}>
          {member.citizenId === null ? null : <CitizenId key={member.id} value={member.citizenId} />}
        </Fact>
        <Fact name="出生日期" {...rest}>
          {member.bornOn}
        </Fact>
        <Fact name="学历" {...rest}>
          {member.education}
        </Fact>
        <Fact name="工作单位及职务" {...rest}>
          {member.job}
        </Fact>
        <Fact name="手机号码" {...rest}>
          {member.phone}
        </Fact>
        <Fact name="入党日期" {...rest}>
          {member.joinedOn}
        </Fact>
        <Fact name="转正日期" {...rest}>
          {member.fullOn}
        </Fact>
        <Fact name="党籍状态" {...rest}>
          {member.standing}
        </Fact>
        {member.note === null ? null : (
          <Fact name="备注" {...rest}>
            {member.note}
          </Fact>
        )}
      </dl>
      <h3 className="panel-heading">组织关系</h3>
      <Spells member={member} organisations={organisations} />
    </>
  )
}

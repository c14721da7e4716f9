import { CloseOutlined, EditOutlined } from '@ant-design/icons'
import { Button, Tabs } from 'antd'
import { categoryOn, membershipOn } from '../../../shared/features/member/member.ts'
import { missingFields } from '../../../shared/features/member/member-rules.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { runsOn } from '../../../shared/features/suspension/suspension.ts'
import type { Outputs } from '../../api/client.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { DeleteMember } from './delete-member.tsx'
import { hasMemberDraft } from './member-form.tsx'
import { MemberFacts } from './member-facts.tsx'
import type { OrganisationNode } from './roster.ts'
import { ServiceTab } from './service-tab.tsx'

export type MemberFile = Outputs['member']['file']

/** 女，1996年8月生，本科，综合办公室文秘，第二党小组 */
function lineOf({ member }: MemberFile, organisations: readonly OrganisationNode[], today: string): string {
  const spell = member.memberships.find(
    (one) => membershipOn({ memberships: [one] }, one.organisationId, today) !== null
  )
  const place = organisations.find((one) => one.id === (spell?.groupId ?? spell?.organisationId))
  const [year, month] = (member.bornOn ?? '').split('-')
  const born = month === undefined ? null : `${year}年${Number(month)}月生`
  return [member.sex, born, member.education, member.job, place === undefined ? null : labelOf(place)]
    .filter(Boolean)
    .join('，')
}

function Tags({ file: { member, suspensions }, today }: { file: MemberFile; today: string }) {
  const spell = member.memberships.at(-1)
  return (
    <>
      <span className="tag blue">{categoryOn(member, today) ?? member.category}</span>
      {member.leader ? <span className="tag">领导干部</span> : null}
      {member.standing === '正常' ? null : <span className="tag amber">{member.standing}</span>}
      {spell?.affiliation === '仅参加组织生活' ? <span className="tag">仅参加组织生活</span> : null}
      {suspensions
        .filter((one) => runsOn(one, today))
        .map((one) => (
          <span key={one.id} className="tag amber">
            {one.kind}
          </span>
        ))}
    </>
  )
}

/** What is unfinished about this person, with the way to finish it. */
function Unfinished({ file: { member }, onEdit }: { file: MemberFile; onEdit: (at: string | null) => void }) {
  const missing = missingFields(member)
  const waiting = hasMemberDraft(member.id)
  if (missing.length === 0 && !waiting) return null
  return (
    <div className="panel-verdict">
      <Verdict
        tone={waiting ? 'info' : 'warn'}
        aside={
          <button type="button" className="link" onClick={() => onEdit(waiting ? null : (missing[0] ?? null))}>
            {waiting ? '接着填' : '补信息'}
          </button>
        }
      >
        {waiting ? '上次的修改还没有保存。' : `缺 ${missing.length} 项：${missing.join('、')}。`}
      </Verdict>
    </div>
  )
}

type Props = {
  file: MemberFile
  organisations: readonly OrganisationNode[]
  today: string
  onEdit: (at: string | null) => void
  onDeleted: () => void
  onClose: () => void
}

/** One person beside the roster: who, what is unfinished, the facts, and posts and suspensions. */
export function MemberPanel({ file, organisations, today, onEdit, onDeleted, onClose }: Props) {
  const { member } = file
  return (
    <>
      <header className="panel-head">
        <h2 className="panel-title">{member.name}</h2>
        <Tags file={file} today={today} />
        <span className="push" />
        <Button icon={<EditOutlined />} onClick={() => onEdit(null)}>
          修改
        </Button>
        <Button type="text" icon={<CloseOutlined />} aria-label="关闭" title="关闭（Esc）" onClick={onClose} />
      </header>
      <p className="panel-line">{lineOf(file, organisations, today)}</p>
      <Unfinished file={file} onEdit={onEdit} />
      <Tabs
        className="panel-tabs"
        items={[
          {
            key: 'facts',
            label: '基本信息',
            children: (
              <>
                <MemberFacts member={member} organisations={organisations} onComplete={onEdit} />
                <DeleteMember member={member} onDeleted={onDeleted} />
              </>
            )
          },
          {
            key: 'service',
            label: '任职与停权',
            children: <ServiceTab key={member.id} file={file} organisations={organisations} today={today} />
          }
        ]}
      />
    </>
  )
}

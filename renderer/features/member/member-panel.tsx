import './member-panel.css'
import { CloseOutlined, EditOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Tabs } from 'antd'
import { categoryOn, membershipOn } from '../../../shared/features/member/member.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { exemptOn } from '../../../shared/features/exemption/exemption.ts'
import { runsOn } from '../../../shared/features/suspension/suspension.ts'
import { isAwayOn } from '../../../shared/features/whereabouts/whereabouts.ts'
import { within } from '../../../shared/kernel/dates.ts'
import type { Outputs } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { HistoryTab } from './history-tab.tsx'
import { MemberDue } from './member-due.tsx'
import { MemberFacts } from './member-facts.tsx'
import { MemberFigures } from './member-figures.tsx'
import { MemberMenu } from './member-menu.tsx'
import { MemberTimeline } from './member-timeline.tsx'
import type { OrganisationNode } from './roster.ts'

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

const isFormer = ({ member }: MemberFile, today: string): boolean =>
  member.standing !== '正常' || !member.memberships.some(({ from, to }) => within(today, from, to))

/** What is out of the ordinary about a person today. */
function Tags({ file, today }: { file: MemberFile; today: string }) {
  const { member, suspensions, exemptions, whereabouts } = file
  const spell = member.memberships.at(-1)
  return (
    <>
      {member.leader ? <span className="tag">领导干部</span> : null}
      {isFormer(file, today) ? (
        <span className="tag amber">{member.standing === '正常' ? '原有党员' : member.standing}</span>
      ) : null}
      {spell?.affiliation === '仅参加组织生活' ? <span className="tag">仅参加组织生活</span> : null}
      {suspensions
        .filter((one) => runsOn(one, today) && one.kind !== member.standing)
        .map((one) => (
          <span key={one.id} className="tag amber">
            {one.kind}
          </span>
        ))}
      {exemptions.some((one) => exemptOn(one, today)) ? <span className="tag">不计入应到会</span> : null}
      {whereabouts
        .filter((one) => isAwayOn(one, today))
        .map((one) => (
          <span key={one.id} className="tag amber">
            {one.kind}
          </span>
        ))}
    </>
  )
}

type Props = {
  file: MemberFile
  organisations: readonly OrganisationNode[]
  today: string
  onEdit: (at: string | null) => void
  onLeave: () => void
  onReturn: () => void
  onPrint: () => void
  onDeleted: () => void
  onClose: () => void
}

/** One person beside the roster: who, what is due, four figures, and the time line, facts and history. */
export function MemberPanel(props: Props) {
  const { file, organisations, today, onEdit, onPrint, onClose } = props
  const { member } = file
  const mayWrite = useRight('records.write')
  const tabs = [
    { key: 'timeline', label: '时间线', children: <MemberTimeline years={file.timeline} /> },
    {
      key: 'facts',
      label: '基本信息',
      children: <MemberFacts member={member} missing={file.completeness.missing} onComplete={onEdit} />
    },
    {
      key: 'history',
      label: '经历',
      children: <HistoryTab key={member.id} file={file} organisations={organisations} today={today} />
    }
  ]
  return (
    <>
      <header className="panel-head person">
        <h2 className="panel-title" title={member.name}>
          {member.name}
        </h2>
        <span className="tag blue">{categoryOn(member, today) ?? member.category}</span>
        <span className="push" />
        {mayWrite ? (
          <>
            <Button icon={<EditOutlined />} onClick={() => onEdit(null)}>
              修改
            </Button>
            <Button icon={<PrinterOutlined />} aria-label="打印信息表" title="打印信息表" onClick={onPrint} />
            <MemberMenu {...props} member={member} former={isFormer(file, today)} />
          </>
        ) : null}
        <Button type="text" icon={<CloseOutlined />} aria-label="关闭" title="关闭（Esc）" onClick={onClose} />
      </header>
      <p className="panel-line">
        <Tags file={file} today={today} />
        {lineOf(file, organisations, today)}
      </p>
      <MemberDue file={file} today={today} onEdit={onEdit} />
      <MemberFigures file={file} today={today} />
      <Tabs className="panel-tabs" items={tabs} />
    </>
  )
}

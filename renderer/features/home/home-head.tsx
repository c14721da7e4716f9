import { ArrowLeftOutlined, FormOutlined, MessageOutlined, ReadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useNavigate } from 'react-router'
import { dueCounts } from '../../../shared/features/home/home.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { type Day, partsOf, weekdayName } from '../../../shared/kernel/dates.ts'
import { api } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { DueLine } from './due-lines.ts'

/** What the day asks, in words: 逾期 3 件，今天 1 件. */
function asksInWords(lines: readonly DueLine[], today: Day) {
  const { over, ...others } = dueCounts(lines, today)
  const soon = [
    ...(others.today === 0 ? [] : [`今天 ${others.today} 件`]),
    ...(others.week === 0 ? [] : [`本周 ${others.week} 件`]),
    ...(others.month === 0 ? [] : [`本月 ${others.month} 件`])
  ].join('，')
  return (
    <>
      {over === 0 ? null : <strong className="home-over">逾期 {over} 件</strong>}
      {over === 0 || soon === '' ? '' : '，'}
      {over === 0 && soon === '' ? '本月没有到期的事' : soon}
    </>
  )
}

type Props = {
  today: Day
  organisationId: string | null
  onOrganisation: (id: string | null) => void
  lines: readonly DueLine[] | null
}

/** The day and what it asks, whose it is, and what is recorded most. */
export function HomeHead({ today, organisationId, onOrganisation, lines }: Props) {
  const navigate = useNavigate()
  const mayWrite = useRight('records.write')
  const mayTalk = useRight('talk.L1.write')
  const tree = useQuery(api.organisation.tree.queryOptions())
  const organisations = (tree.data ?? []).filter(({ kind }) => kind !== '党小组')
  const { month, day } = partsOf(today)
  return (
    <PageHead
      title="工作台"
      note={
        <span className="home-day">
          {`${month} 月 ${day} 日 ${weekdayName(today)}`}
          {lines === null ? null : <span aria-live="polite">{asksInWords(lines, today)}</span>}
        </span>
      }
    >
      {organisationId === null ? null : (
        <Button icon={<ArrowLeftOutlined />} onClick={() => onOrganisation(null)}>
          看全部
        </Button>
      )}
      {organisations.length < 2 ? null : (
        <Select
          aria-label="党组织"
          style={{ width: 180 }}
          value={organisationId ?? ''}
          options={[
            { value: '', label: '全部党组织' },
            ...organisations.map((one) => ({ value: one.id, label: labelOf(one) }))
          ]}
          onChange={(id) => onOrganisation(id === '' ? null : id)}
        />
      )}
      {mayWrite ? (
        <>
          <Button type="primary" icon={<FormOutlined />} onClick={() => void navigate('/meeting?new')}>
            记会议 <Kbd>Alt 1</Kbd>
          </Button>
          {mayTalk ? (
            <Button icon={<MessageOutlined />} onClick={() => void navigate('/talk?new')}>
              记谈话 <Kbd>Alt 2</Kbd>
            </Button>
          ) : null}
          <Button icon={<ReadOutlined />} onClick={() => void navigate('/study?new')}>
            记学时 <Kbd>Alt 3</Kbd>
          </Button>
        </>
      ) : null}
    </PageHead>
  )
}

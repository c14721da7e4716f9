import { FileOutlined, PlusOutlined, PrinterOutlined, TableOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { yearOf } from '../../../shared/kernel/dates.ts'
import { api, type Outputs, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import './meeting.css'
import { stateNames } from './meeting-state.ts'
import { StartMeetingForm } from './start-meeting-form.tsx'

type Line = Outputs['meeting']['list'][number]

function votesOf(line: Line): { text: string; tone: string } | null {
  const votes = line.verdicts.filter((verdict) => verdict !== 'not-voted')
  if (votes.length === 0) return null
  const bad = votes.filter((verdict) => verdict !== 'carried').length
  return bad === 0
    ? { text: `${votes.length} 项通过`, tone: 'green' }
    : { text: `${votes.length} 项表决，${bad} 项要看`, tone: 'amber' }
}

type TableProps = {
  lines: Line[]
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
  onOpen: (id: string) => void
}

function MeetingTable({ lines, chosen, onChoose, onOpen }: TableProps) {
  const all = lines.length > 0 && lines.every(({ id }) => chosen.has(id))
  const toggle = (id: string): void => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th className="choose">
            <Checkbox
              aria-label="全选"
              checked={all}
              indeterminate={!all && lines.some(({ id }) => chosen.has(id))}
              onChange={() => onChoose(all ? new Set() : new Set(lines.map(({ id }) => id)))}
            />
          </th>
          <th>日期</th>
          <th>会议</th>
          <th>党组织</th>
          <th>类型</th>
          <th>到会</th>
          <th>议题</th>
          <th>表决</th>
          <th>状态</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const votes = votesOf(line)
          return (
            <tr key={line.id} onDoubleClick={() => onOpen(line.id)}>
              <td className="choose">
                <Checkbox
                  aria-label={`选${line.date} ${meetingTitle(line)}`}
                  checked={chosen.has(line.id)}
                  onChange={() => toggle(line.id)}
                />
              </td>
              <td>{line.date}</td>
              <td>
                <button type="button" className="link" onClick={() => onOpen(line.id)}>
                  {meetingTitle(line)}
                </button>
              </td>
              <td>{line.organisation}</td>
              <td>{line.types.join('、')}</td>
              <td>
                {line.counts.present} / {line.counts.expected}
              </td>
              <td>{line.items}</td>
              <td>{votes === null ? '—' : <span className={`tag ${votes.tone}`}>{votes.text}</span>}</td>
              <td>
                <span className={line.state === 'final' || line.state === 'archived' ? 'tag green' : 'tag blue'}>
                  {stateNames[line.state]}
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** All meetings of a year, newest first, with what still asks for a look. */
export function MeetingListScreen({ today }: { today: string }) {
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const [organisationId, setOrganisationId] = useState<string | null>(null)
  const [year, setYear] = useState<number | null>(yearOf(today))
  const tree = useQuery(api.organisation.tree.queryOptions())
  const list = useQuery(api.meeting.list.queryOptions({ organisationId, year }))
  const mayWrite = useRight('records.write')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const marked = (list.data ?? []).map(({ id }) => id).filter((id) => chosen.has(id))
  const finals = (list.data ?? []).filter(({ id, state }) => chosen.has(id) && state === 'final').map(({ id }) => id)
  const queries = useQueryClient()
  const archive = useMutation(
    api.meeting.archive.mutationOptions({
      onSuccess: () => queries.invalidateQueries(api.meeting.list.queryFilter())
    })
  )
  const starting = mayWrite && params.has('new')
  const open = (id: string): void => void navigate(`/meeting/${id}`)
  useSayStatus(list.data === undefined ? '' : `共 ${list.data.length} 次会议和活动`)
  useEffect(() => {
    document.title = '会议与活动 · 党务案头'
  }, [])
  const years = Array.from({ length: 6 }, (_one, back) => yearOf(today) - back)
  return (
    <div className="page">
      <PageHead title="会议与活动" note="记一次，会议记录、签到表和材料包都从这里来">
        {mayWrite ? (
          <Button
            icon={<PrinterOutlined />}
            disabled={marked.length === 0}
            onClick={() => void navigate('/meeting/print', { state: { ids: marked } })}
          >
            {marked.length === 0 ? '打印所选' : `打印所选 ${marked.length} 次`}
          </Button>
        ) : null}
        {mayWrite && finals.length > 0 ? (
          <Button loading={archive.isPending} onClick={() => archive.mutate({ ids: finals })}>
            归档 {finals.length} 次
          </Button>
        ) : null}
        <Button icon={<TableOutlined />} onClick={() => void navigate('/meeting/ledger')}>
          台账
        </Button>
        <Button icon={<FileOutlined />} onClick={() => void navigate('/meeting/blank')}>
          空白表
        </Button>
        {mayWrite ? (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setParams({ new: '' })}>
            记会议
          </Button>
        ) : null}
      </PageHead>
      {starting ? (
        <StartMeetingForm
          today={today}
          organisations={tree.data ?? []}
          wish={{ organisationId: params.get('organisation'), type: params.get('type') }}
          onStarted={open}
          onClose={() => setParams({})}
        />
      ) : null}
      {list.error === null ? null : <Verdict tone="bad">{problemOfError(list.error).message}</Verdict>}
      <div className="card list-card">
        <div className="list-filter">
          <Select
            aria-label="党组织"
            style={{ width: 260 }}
            value={organisationId ?? ''}
            onChange={(id) => setOrganisationId(id === '' ? null : id)}
            options={[
              { value: '', label: '全部党组织' },
              ...(tree.data ?? []).map((one) => ({ value: one.id, label: labelOf(one) }))
            ]}
          />
          <Select
            aria-label="年度"
            style={{ width: 120 }}
            value={year ?? 0}
            onChange={(value) => setYear(value === 0 ? null : value)}
            options={[{ value: 0, label: '全部年度' }, ...years.map((one) => ({ value: one, label: `${one} 年` }))]}
          />
        </div>
        <div className="list-body">
          {list.data?.length === 0 ? (
            <div className="empty">
              <p className="empty-title">还没有会议记录</p>
              <p className="note">
                记下第一次会议后，会议记录、签到表
                <br />
                和材料包里的目录都会自动出来。
              </p>
              {mayWrite ? (
                <>
                  <Button type="primary" onClick={() => setParams({ new: '' })}>
                    记会议
                  </Button>
                  <button type="button" className="link" onClick={() => void navigate('/ledger')}>
                    从 Excel 台账导入
                  </button>
                </>
              ) : null}
            </div>
          ) : (
            <MeetingTable lines={list.data ?? []} chosen={chosen} onChoose={setChosen} onOpen={open} />
          )}
        </div>
      </div>
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button, Segmented, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { ledgerNames, type MeetingLedger, meetingLedgers } from '../../../shared/features/meeting/meeting-ledger.ts'
import { isBranch, labelOf } from '../../../shared/features/organisation/organisation.ts'
import { yearOf } from '../../../shared/kernel/dates.ts'
import { api, type Outputs, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { PaperView } from '../../app/paper-view.tsx'
import { useSayStatus } from '../../app/status-note.tsx'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import './ledger-screen.css'

type Shown = 'table' | 'paper'

function LedgerTable({ table, ledger }: { table: Outputs['meeting']['ledger']; ledger: MeetingLedger }) {
  const navigate = useNavigate()
  const mayWrite = useRight('records.write')
  if (table.rows.length === 0)
    return (
      <div className="empty">
        <p className="empty-title">这一年还没有记录</p>
        <p className="note">记下会议和活动，台账就会自己出来，不用另填。</p>
        {mayWrite ? (
          <Button type="primary" onClick={() => void navigate('/meeting?new')}>
            记会议
          </Button>
        ) : null}
      </div>
    )
  return (
    <table className="plain-table ledger-table">
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column}>{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ id, cells }) => (
          <tr key={id} onDoubleClick={ledger === 'attendance' ? undefined : () => void navigate(`/meeting/${id}`)}>
            {cells.map((cell, index) => (
              <td key={table.columns[index]} className="ledger-cell">
                {ledger !== 'attendance' && table.columns[index] === '日期' ? (
                  <button type="button" className="link" onClick={() => void navigate(`/meeting/${id}`)}>
                    {cell}
                  </button>
                ) : (
                  <span className="ledger-text" title={cell.length > 30 ? cell : undefined}>
                    {cell}
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const isLedger = (text: string | null): MeetingLedger | null => meetingLedgers.find((one) => one === text) ?? null

/** 台账 of a year, made of the records: as a table to look things up in, or as the pages that are printed. */
export function MeetingLedgerScreen({ today }: { today: string }) {
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const [shown, setShown] = useState<Shown>('table')
  const tree = useQuery(api.organisation.tree.queryOptions())
  const organisations = tree.data ?? []
  const first = organisations.find(isBranch) ?? organisations[0]
  const ledger = isLedger(params.get('ledger')) ?? 'meetings'
  const organisation = organisations.find(({ id }) => id === params.get('organisation')) ?? first
  const year = Number(params.get('year') ?? yearOf(today))
  const set = (part: Record<string, string>): void =>
    setParams({ ledger, organisation: organisation?.id ?? '', year: String(year), ...part }, { replace: true })
  const wish = { ledger, organisationId: organisation?.id ?? '', year }
  const table = useQuery({ ...api.meeting.ledger.queryOptions(wish), enabled: organisation !== undefined })
  const years = Array.from({ length: 6 }, (_one, back) => yearOf(today) - back)
  const title = `${year}年度${ledgerNames[ledger]}`
  useSayStatus(table.data === undefined ? '' : `${table.data.rows.length} 行`)
  useEffect(() => {
    document.title = '台账 · 党务案头'
  }, [])
  return (
    <div className="page">
      <PageHead title="台账" note="都由记录自动生成，不用另填">
        <Button onClick={() => void navigate('/study')}>学时台账</Button>
        <Button onClick={() => void navigate('/meeting')}>返回会议与活动</Button>
      </PageHead>
      <div className="card list-card">
        <div className="list-filter">
          <Segmented<MeetingLedger>
            aria-label="哪本台账"
            value={ledger}
            options={meetingLedgers.map((value) => ({ value, label: ledgerNames[value] }))}
            onChange={(value) => set({ ledger: value })}
          />
          <Select
            aria-label="党组织"
            style={{ width: 240 }}
            value={organisation?.id ?? ''}
            options={organisations.map((one) => ({ value: one.id, label: labelOf(one) }))}
            onChange={(id) => set({ organisation: id })}
          />
          <Select
            aria-label="年度"
            style={{ width: 108 }}
            value={year}
            options={years.map((one) => ({ value: one, label: `${one} 年` }))}
            onChange={(value) => set({ year: String(value) })}
          />
          <span className="push" />
          <Segmented<Shown>
            aria-label="显示方式"
            value={shown}
            options={[
              { value: 'table', label: '表格' },
              { value: 'paper', label: '打印预览' }
            ]}
            onChange={setShown}
          />
        </div>
        <div className="list-body">
          {table.error !== null ? (
            <LoadFailure message={problemOfError(table.error).message} onRetry={() => void table.refetch()} />
          ) : table.data === undefined ? (
            <Loading lines={8} />
          ) : shown === 'table' ? (
            <LedgerTable table={table.data} ledger={ledger} />
          ) : (
            <PaperView
              title={title}
              path={`/documents/meeting-ledger/${wish.organisationId}/${ledger}`}
              query={`year=${year}`}
              fileName={`${organisation === undefined ? '' : labelOf(organisation)}${title}`}
              excel
            />
          )}
        </div>
      </div>
    </div>
  )
}

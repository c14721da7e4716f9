import './audit.css'
import { FilePdfOutlined, SafetyCertificateOutlined } from '@ant-design/icons'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import {
  actInWords,
  type AuditFilter,
  type AuditLine,
  auditSubjects,
  resultInWords
} from '../../../shared/features/audit/audit.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { SettingTabs } from '../../app/setting-tabs.tsx'
import { dayAndSeconds } from '../../ui/clock.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Loading, LoadFailure } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { AuditSummary } from './audit-summary.tsx'

const pageSize = 100
const everything: AuditFilter = { actorId: null, act: null, text: '', from: null, to: null }

function Table({ lines }: { lines: readonly AuditLine[] }) {
  return (
    <table className="plain-table audit-table">
      <thead>
        <tr>
          <th className="number">编号</th>
          <th>时间</th>
          <th>谁</th>
          <th>当时的角色</th>
          <th>做了什么</th>
          <th>结果</th>
          <th>记录标识</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.seq} className={line.result === 'not-allowed' ? 'refused' : ''}>
            <td className="number">{line.seq}</td>
            <td className="number">{dayAndSeconds(line.at)}</td>
            <td>{line.actorName}</td>
            <td className="quiet audit-roles">{line.roles}</td>
            <td>{actInWords(line.act)}</td>
            <td>{resultInWords(line.result)}</td>
            <td className="quiet audit-object">{line.object}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Filters({ filter, onChange }: { filter: AuditFilter; onChange: (part: Partial<AuditFilter>) => void }) {
  const subjects = Object.entries(auditSubjects).map(([value, label]) => ({ value, label }))
  return (
    <div className="audit-filters">
      <Input
        aria-label="查找人名、结果或记录标识"
        placeholder="人名、结果或记录标识"
        allowClear
        value={filter.text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <Select
        aria-label="哪一类"
        value={filter.act ?? ''}
        options={[{ value: '', label: '全部' }, ...subjects]}
        onChange={(act) => onChange({ act: act === '' ? null : act })}
      />
      <DayField id="audit-from" label="从" value={filter.from} onChange={(from) => onChange({ from })} />
      <DayField id="audit-to" label="到" value={filter.to} onChange={(to) => onChange({ to })} />
    </div>
  )
}

function Verification() {
  const verify = useMutation(api.audit.verify.mutationOptions())
  return (
    <>
      <Button icon={<SafetyCertificateOutlined />} loading={verify.isPending} onClick={() => verify.mutate()}>
        核对审计链
      </Button>
      {verify.data === undefined ? null : (
        <Verdict tone={verify.data.brokenAt === null ? 'good' : 'bad'}>
          {verify.data.brokenAt === null
            ? `${verify.data.entries} 条记录一条扣一条，没有缺少，也没有改动。`
            : `第 ${verify.data.brokenAt} 条与前一条扣不上，它或它前面的记录被改动过。请保存好备份并核对审计摘要。`}
        </Verdict>
      )}
      {verify.error === null ? null : <Verdict tone="bad">{problemOfError(verify.error).message}</Verdict>}
    </>
  )
}

/** 审计记录: who did what and when, never contents. Without the 审计员's role only one's own entries. */
export function AuditScreen() {
  const maySign = useRight('audit.sign')
  const [filter, setFilter] = useState(everything)
  const [page, setPage] = useState(0)
  const [summary, setSummary] = useState(false)
  const list = useQuery({
    ...api.audit.list.queryOptions({ filter, offset: page * pageSize, limit: pageSize }),
    placeholderData: keepPreviousData
  })
  const total = list.data?.total ?? 0
  const pages = Math.max(1, Math.ceil(total / pageSize))
  return (
    <div className="page setting-page">
      <PageHead
        title="设置"
        note={
          maySign
            ? '只记谁在什么时候做了什么，不记内容；不能改、不能删、不能关'
            : '这里是您自己的记录；全部记录由审计员查看'
        }
      >
        {maySign ? (
          <Button icon={<FilePdfOutlined />} onClick={() => setSummary((old) => !old)}>
            {summary ? '收起审计摘要' : '打印审计摘要'}
          </Button>
        ) : null}
      </PageHead>
      <SettingTabs />
      <div className="audit-desk">
        <section className="card audit-list" aria-label="审计记录">
          <Filters
            filter={filter}
            onChange={(part) => {
              setPage(0)
              setFilter((old) => ({ ...old, ...part }))
            }}
          />
          {maySign ? (
            <div className="audit-verify">
              <Verification />
            </div>
          ) : null}
          {list.error === null ? null : (
            <LoadFailure message={problemOfError(list.error).message} onRetry={() => void list.refetch()} />
          )}
          {list.data === undefined ? <Loading lines={8} /> : <Table lines={list.data.lines} />}
          <footer className="audit-pages">
            <Button size="small" disabled={page === 0} onClick={() => setPage(page - 1)}>
              上一页
            </Button>
            <span className="quiet">
              第 {page + 1} 页，共 {pages} 页，{total} 条
            </span>
            <Button size="small" disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
              下一页
            </Button>
          </footer>
        </section>
        {summary ? <AuditSummary /> : null}
      </div>
    </div>
  )
}

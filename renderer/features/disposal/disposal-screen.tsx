import './disposal.css'
import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { nextStep } from '../../../shared/features/disposal/disposal-rules.ts'
import type { Disposal } from '../../../shared/features/disposal/disposal.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { useRules } from '../../api/rules.ts'
import { useContentProtection } from '../../app/content-protection.ts'
import { useAddress } from '../../app/use-address.ts'
import { Cite } from '../../ui/cite.tsx'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { OpenRow, TableHead } from '../../ui/open-row.tsx'
import { DisposalForm } from './disposal-form.tsx'

const newDisposal = (
  organisationId: string,
  memberId: string,
  evaluationId: string | null,
  today: string
): Disposal => ({
  ...{ id: '', organisationId, memberId, evaluationId, way: '限期改正', basis: null, days: {} },
  ...{ from: null, until: null, outcome: null, closedOn: null, recordedOn: today }
})

type Named = { id: string; name: string }
type TableProps = {
  lines: readonly Disposal[]
  nameOf: (id: string) => string
  open: string | null
  today: string
  onOpen: (id: string) => void
}

function DisposalTable({ lines, nameOf, open, today, onOpen }: TableProps) {
  return (
    <table className="plain-table list-table" aria-label="组织处置">
      <TableHead heads={['姓名', '方式', '依据文号', '下一步', '改正期限', '办结']} />
      <tbody>
        {lines.map((one, index) => (
          <OpenRow key={one.id} id={one.id} first={index === 0} chosen={one.id === open} onOpen={() => onOpen(one.id)}>
            <td>
              <strong>{nameOf(one.memberId)}</strong>
            </td>
            <td>{one.way}</td>
            <td>{one.basis ?? ''}</td>
            <td>{nextStep(one, today)?.name ?? '各步都办了'}</td>
            <td>{one.until ?? ''}</td>
            <td>{one.closedOn ?? ''}</td>
          </OpenRow>
        ))}
      </tbody>
    </table>
  )
}

type BranchProps = { organisationId: string; today: string }

function BranchDisposals({ organisationId, today }: BranchProps) {
  const { params, go } = useAddress()
  const navigate = useNavigate()
  const rules = useRules()
  const mayDecide = useRight('evaluation.grade.write')
  const [member, evaluation, open] = [params.get('member'), params.get('evaluation'), params.get('id')]
  const list = useQuery(api.disposal.list.queryOptions({ organisationId }))
  const people = useQuery(
    api.member.page.queryOptions({ organisationId, view: 'current', order: 'post', offset: 0, limit: 500 })
  )
  const tree = useQuery(api.organisation.tree.queryOptions())
  const named: Named[] = (people.data ?? []).map(({ id, name }) => ({ id, name }))
  const nameOf = (id: string): string => named.find((one) => one.id === id)?.name ?? '已不在本支部'
  const branch = tree.data?.find(({ id }) => id === organisationId)
  useEffect(() => {
    document.title = '组织处置 · 党务案头'
  }, [])
  const lines = list.data ?? []
  const found = lines.find(
    (one) => one.id === open || (open === null && one.memberId === member && one.closedOn === null)
  )
  const chosen =
    found ?? (member === null || !mayDecide ? null : newDisposal(organisationId, member, evaluation, today))
  const shut = (): void => go({ member: null, id: null })
  const back = `/evaluation?${new URLSearchParams({ organisation: organisationId, year: params.get('year') ?? '', view: 'after' })}`
  return (
    <div className="page">
      <PageHead title="组织处置" note={branch === undefined ? '' : labelOf(branch)}>
        <Cite rules={rules} id="4.3-procedure" />
        <Button onClick={() => void navigate(back)}>返回民主评议</Button>
        {mayDecide ? (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => go({ member: '', id: null })}>
            登记组织处置
          </Button>
        ) : null}
      </PageHead>
      {list.error === null ? null : (
        <LoadFailure message={problemOfError(list.error).message} onRetry={() => void list.refetch()} />
      )}
      {list.data === undefined ? (
        list.error === null ? (
          <Loading />
        ) : null
      ) : (
        <div className={chosen === null ? 'disposal-desk' : 'disposal-desk open'}>
          <section className="card disposal-list" aria-label="组织处置登记">
            {lines.length === 0 ? (
              <div className="empty">
                <p className="empty-title">没有组织处置</p>
                <p className="note">评为不合格的，先立足教育转化，再按规定研究组织处置。这里只登记日期，不写案情。</p>
              </div>
            ) : (
              <DisposalTable
                lines={lines}
                nameOf={nameOf}
                open={chosen?.id ?? null}
                today={today}
                onOpen={(id) => go({ id, member: null })}
              />
            )}
          </section>
          {chosen === null ? null : (
            <DisposalForm
              key={`${chosen.id} ${chosen.memberId}`}
              stored={chosen}
              people={named}
              name={nameOf(chosen.memberId)}
              today={today}
              mayWrite={mayDecide}
              onKept={(id) => go({ id, member: null })}
              onClose={shut}
            />
          )}
        </div>
      )}
    </div>
  )
}

/** 组织处置 of a branch: a register of days, without the contents of cases. Leaders only; which branch is chosen in 民主评议. */
export function DisposalScreen({ today }: { today: string }) {
  useContentProtection()
  const organisationId = useAddress().params.get('organisation')
  if (organisationId === null || organisationId === '') return <Navigate to="/evaluation" replace />
  return <BranchDisposals organisationId={organisationId} today={today} />
}

import { ArrowLeftOutlined, PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Segmented, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { isBranch } from '../../../shared/features/organisation/organisation.ts'
import type { Supervision } from '../../../shared/features/supervision/supervision.ts'
import {
  type SupervisionPaper,
  supervisionPaperNames,
  supervisionPapers
} from '../../../shared/features/supervision/supervision-papers.ts'
import { yearOf } from '../../../shared/kernel/dates.ts'
import { api, client, problemOfError } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { useContentProtection } from '../../app/content-protection.ts'
import { PaperView } from '../../app/paper-view.tsx'
import { SealBar, SealGate } from '../../app/seal-gate.tsx'
import { Cite } from '../../ui/cite.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { blankSupervision, SupervisionForm } from './supervision-form.tsx'
import { SupervisionTable } from './supervision-table.tsx'
import './supervision.css'

/** The registers as they are printed; with nobody in them as forms to fill in by hand. */
function Papers({ thisYear }: { thisYear: number }) {
  const [year, setYear] = useState(thisYear)
  const [paper, setPaper] = useState<SupervisionPaper>('register')
  const [blank, setBlank] = useState(false)
  const name = supervisionPaperNames[paper]
  return (
    <>
      <div className="supervision-filter">
        <Segmented<SupervisionPaper>
          aria-label="哪张表"
          value={paper}
          options={supervisionPapers.map((one) => ({ value: one, label: supervisionPaperNames[one] }))}
          onChange={setPaper}
        />
        <Select
          aria-label="年度"
          style={{ width: 110 }}
          value={year}
          options={Array.from({ length: 6 }, (_one, back) => thisYear - back).map((one) => ({
            value: one,
            label: `${one} 年`
          }))}
          onChange={setYear}
        />
        <Segmented<boolean>
          aria-label="内容"
          value={blank}
          options={[
            { value: false, label: `${year} 年的登记` },
            { value: true, label: '空白表' }
          ]}
          onChange={setBlank}
        />
      </div>
      <div className="supervision-paper">
        <PaperView
          title={name}
          path={`/documents/supervision/all/${paper}`}
          query={blank ? 'blank=true' : `year=${year}`}
          fileName={blank ? `${name}（空白表）` : `${year}年度${name}`}
        />
      </div>
    </>
  )
}

function Register({ today, adding, onAdded }: { today: string; adding: boolean; onAdded: () => void }) {
  const queries = useQueryClient()
  const [open, setOpen] = useState<Supervision | null>(null)
  const [removing, setRemoving] = useState<Supervision | null>(null)
  const tree = useQuery(api.organisation.tree.queryOptions())
  const list = useQuery({ ...api.supervision.list.queryOptions({ organisationId: null }), gcTime: 0 })
  const dropping = useMutation({
    mutationFn: (id: string) => client.supervision.remove.mutate({ id }),
    onSuccess: async () => {
      setRemoving(null)
      setOpen(null)
      await queries.invalidateQueries()
    }
  })
  const organisations = tree.data ?? []
  const home = organisations.find(isBranch)?.id ?? organisations[0]?.id ?? ''
  const close = (): void => {
    setOpen(null)
    onAdded()
  }
  const shown = open ?? (adding && home !== '' ? blankSupervision(home, today) : null)
  if (list.error !== null)
    return <LoadFailure message={problemOfError(list.error).message} onRetry={() => void list.refetch()} />
  if (list.data === undefined) return <Loading />
  return (
    <>
      {shown === null ? null : (
        <SupervisionForm
          key={shown.id}
          stored={shown}
          organisations={organisations}
          onSaved={close}
          onRemove={() => setRemoving(shown)}
          onClose={close}
        />
      )}
      {removing === null ? null : (
        <Confirm
          title={`删除“${removing.number}”这条登记？`}
          verb="删除登记"
          keep="留着"
          busy={dropping.isPending}
          refusal={dropping.error === null ? undefined : problemOfError(dropping.error).message}
          onConfirm={() => dropping.mutate(removing.id)}
          onKeep={() => setRemoving(null)}
        >
          影响期和到期提醒也一起删掉，不能找回。
        </Confirm>
      )}
      <div className="card supervision-card">
        {list.data.length === 0 ? (
          <div className="empty">
            <p className="empty-title">还没有登记</p>
            <p className="note">提醒谈话、批评教育、责令检查、函询、诫勉登记在这里，到期前会提醒。</p>
          </div>
        ) : (
          <SupervisionTable lines={list.data} today={today} onOpen={setOpen} />
        )}
      </div>
    </>
  )
}

/** 监督谈话台账 (T08–T12): kept apart from the talks, behind the L3 password. */
export function SupervisionScreen({ today }: { today: string }) {
  const navigate = useNavigate()
  const [view, setView] = useState<'register' | 'papers'>('register')
  const [adding, setAdding] = useState(false)
  const rules = useRules(yearOf(today))
  const seal = useQuery(api.seal.state.queryOptions())
  const isOpen = seal.data?.open === true
  useContentProtection()
  useEffect(() => {
    document.title = '监督谈话台账 · 党务案头'
  }, [])
  return (
    <div className="page">
      <PageHead
        title={
          <>
            <Button
              type="text"
              icon={<ArrowLeftOutlined />}
              aria-label="回到谈心谈话"
              onClick={() => void navigate('/talk')}
            />
            监督谈话台账
          </>
        }
        note="只登记日期、类型、依据文号和期限，不录问题详情"
      >
        {isOpen ? (
          <>
            <Segmented
              aria-label="看什么"
              value={view}
              options={[
                { value: 'register', label: '登记' },
                { value: 'papers', label: '打印' }
              ]}
              onChange={setView}
            />
            <Button type="primary" icon={<PlusOutlined />} disabled={view === 'papers'} onClick={() => setAdding(true)}>
              登记一条
            </Button>
          </>
        ) : null}
      </PageHead>
      <div className="supervision-filter">
        <Cite rules={rules} id="R5-02" />
        {isOpen ? <SealBar /> : null}
      </div>
      <SealGate>
        {view === 'papers' ? (
          <Papers thisYear={yearOf(today)} />
        ) : (
          <Register today={today} adding={adding} onAdded={() => setAdding(false)} />
        )}
      </SealGate>
    </div>
  )
}

import './report.css'
import { PrinterOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { isBranch, labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { api, problemOfError } from '../../api/client.ts'
import { flushDrafts } from '../../app/drafts.ts'
import { PaperView } from '../../app/paper-view.tsx'
import { useSayStatus } from '../../app/status-note.tsx'
import { useAddress } from '../../app/use-address.ts'
import { yearIn, YearWhere } from '../../app/year-where.tsx'
import { useEscape } from '../../ui/escape.ts'
import { useKeys } from '../../ui/keys.ts'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ReportBody } from './report-body.tsx'
import { chosenOf, isReportName, type ReportLine } from './report-words.ts'

/** Where the screen stands: organisation, year, report, and whether it is shown as paper. */
function useReportPlace(today: Day) {
  const { params, go } = useAddress()
  return {
    organisationId: params.get('organisation'),
    year: yearIn(params, today),
    report: params.get('report'),
    isPaper: params.has('paper'),
    go: (part: Partial<Record<'organisation' | 'year' | 'report' | 'paper', string | null>>) => go(part)
  }
}
type Place = ReturnType<typeof useReportPlace>

type ListProps = { lines: readonly ReportLine[]; chosen: string | null; home: Organisation; place: Place }

/** Left: the reports there are. 自评报告 is made where the list is. */
function ReportList({ lines, chosen, home, place }: ListProps) {
  const { year } = place
  return (
    <section className="card report-list" aria-label="报告">
      <ul>
        {lines.map(({ report, title, mayLook, own }) => {
          const says = !mayLook ? '您的角色不能看' : own === 0 ? '' : `改过 ${own} 段`
          if (!isReportName(report))
            return (
              <li key={report}>
                <Link
                  className="report-line"
                  to={`/checklist?${new URLSearchParams({ organisation: home.id, year: `${year}`, paper: 'report' })}`}
                >
                  {title}
                  <span className="note">
                    {says === '' ? '在清单里写' : `在清单里写，${says}`} <RightOutlined aria-hidden />
                  </span>
                </Link>
              </li>
            )
          return (
            <li key={report}>
              <button
                type="button"
                className={report === chosen ? 'report-line chosen' : 'report-line'}
                aria-current={report === chosen}
                disabled={!mayLook}
                onClick={() => place.go({ report })}
              >
                {title}
                {says === '' ? null : <span className="note">{says}</span>}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type PaperProps = { home: Organisation; year: number; report: string; title: string; onClose: () => void }

function ReportPaper({ home, year, report, title, onClose }: PaperProps) {
  useEscape(onClose)
  const name = `${year}年度${title.replace(/^年度/, '')}`
  return (
    <>
      <PageHead title={title} note={`${year} 年度，${labelOf(home)}`}>
        <Button onClick={onClose}>返回</Button>
      </PageHead>
      <div className="paper-stage">
        <PaperView
          title={name}
          path={`/documents/report/${home.id}/${year}/${report}`}
          fileName={`${labelOf(home)}${name}`}
        />
      </div>
    </>
  )
}

type HomeProps = { place: Place; home: Organisation; organisations: readonly Organisation[]; today: Day }

/** The reports of one organisation and year. */
function Home({ place, home, organisations, today }: HomeProps) {
  const { year } = place
  const found = useQuery(api.report.list.queryOptions({ organisationId: home.id, year }))
  const lines = found.data ?? []
  const report = chosenOf(lines, place.report)
  const title = lines.find((one) => one.report === report)?.title ?? ''
  /** What was typed is kept first, so that the paper has it. */
  const print = (): void => void flushDrafts().then(() => place.go({ paper: '' }))
  useKeys(report === null || place.isPaper ? {} : { 'Ctrl+P': print })
  useSayStatus(title)
  if (place.isPaper && report !== null)
    return <ReportPaper {...{ home, year, report, title }} onClose={() => place.go({ paper: null })} />
  return (
    <>
      <PageHead
        title="报告"
        note={
          <YearWhere
            {...{ year, today, organisations, organisationId: home.id }}
            onYear={(chosen) => place.go({ year: chosen })}
            onOrganisation={(organisation) => place.go({ organisation, report: null })}
          />
        }
      >
        {report === null ? null : (
          <Button type="primary" icon={<PrinterOutlined />} onClick={print}>
            打印报告
          </Button>
        )}
      </PageHead>
      {found.error === null ? null : (
        <LoadFailure message={problemOfError(found.error).message} onRetry={() => void found.refetch()} />
      )}
      {found.isLoading ? <Loading lines={10} /> : null}
      {found.data === undefined ? null : (
        <div className="desk-grid report-desk">
          <ReportList {...{ lines, home, place }} chosen={report} />
          {report === null ? (
            <div className="empty">
              <p className="empty-title">这里没有您能看的报告</p>
            </div>
          ) : (
            <section className="card report-body" aria-label={title}>
              <header className="report-head">
                <h2 className="report-title">{title}</h2>
                <p className="note">文字、表和图都从记录里写出来；文字可以改，改了的自动保存，打印用改过的。</p>
              </header>
              <ReportBody key={`${home.id} ${year} ${report}`} organisationId={home.id} year={year} report={report} />
            </section>
          )}
        </div>
      )}
    </>
  )
}

/** 报告: what the records of a year come to, in words, tables and charts. */
export function ReportScreen({ today }: { today: Day }) {
  const place = useReportPlace(today)
  const tree = useQuery(api.organisation.tree.queryOptions())
  const organisations = (tree.data ?? []).filter(({ kind }) => kind !== '党小组')
  const home =
    organisations.find(({ id }) => id === place.organisationId) ?? organisations.find(isBranch) ?? organisations[0]
  useEffect(() => {
    document.title = '报告 · 党务案头'
  }, [])
  return (
    <div className="page desk-page report-page">
      {tree.error !== null ? (
        <LoadFailure message={problemOfError(tree.error).message} onRetry={() => void tree.refetch()} />
      ) : tree.data === undefined ? (
        <Loading lines={10} />
      ) : home === undefined ? (
        <>
          <PageHead title="报告" />
          <div className="empty">
            <p className="empty-title">还没有党组织</p>
            <p className="note">先在“组织与党员”里加上党支部，记录写下来，报告自己写出来。</p>
          </div>
        </>
      ) : (
        <Home key={`${home.id} ${place.year}`} {...{ place, home, organisations, today }} />
      )}
    </div>
  )
}

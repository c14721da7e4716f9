import './appraisal.css'
import '../../app/rectification.css'
import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { isBranch, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useContentProtection } from '../../app/content-protection.ts'
import { flushDrafts } from '../../app/drafts.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { YearWhere } from '../../app/year-where.tsx'
import { useKeys } from '../../ui/keys.ts'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { AppraisalPapers } from './appraisal-papers.tsx'
import { type BegunDesk, type CadreTab, hasBegun } from './appraisal-words.ts'
import { CadreList } from './cadre-list.tsx'
import { CadrePanel } from './cadre-panel.tsx'
import { EmptyAppraisal } from './empty-appraisal.tsx'
import { HeadCard } from './head-card.tsx'
import { type AppraisalPlace, useAppraisalPlace } from './use-appraisal-place.ts'

const paperOfTab: Record<CadreTab, string> = {
  summary: 'forms',
  duty: 'duty',
  negative: 'negative',
  grade: 'grades',
  feedback: 'feedback'
}

type BodyProps = { desk: BegunDesk; place: AppraisalPlace; today: string; onPaper: (paper: string) => void }

function Body({ desk, place, today, onPaper }: BodyProps) {
  const { cadres, sealed } = desk
  const chosen = cadres.find(({ memberId }) => memberId === place.member) ?? cadres[0]
  const tab = desk.may.enter ? place.tab : 'grade'
  return (
    <>
      {sealed ? <Verdict tone="good">{desk.appraisal.year} 年度已经封存，考核只能看，不能改。</Verdict> : null}
      <HeadCard desk={desk} locked={sealed} />
      <div className="desk-grid appraisal-desk">
        <CadreList
          desk={desk}
          open={chosen?.memberId ?? null}
          locked={sealed}
          onOpen={(member) => place.go({ member })}
        />
        {chosen === undefined ? null : (
          <CadrePanel
            line={chosen}
            {...{ desk, tab, today, locked: sealed }}
            onTab={(next) => place.go({ tab: next })}
            onPrint={(of) => {
              place.go({ member: chosen.memberId })
              onPaper(paperOfTab[of])
            }}
          />
        )}
      </div>
    </>
  )
}

type HomeProps = { place: AppraisalPlace; home: Organisation; organisations: readonly Organisation[]; today: string }

/** The appraisal of one organisation in a year. */
function Home({ place, home, organisations, today }: HomeProps) {
  const { year } = place
  const found = useQuery({
    ...api.appraisal.desk.queryOptions({ organisationId: home.id, year }),
    placeholderData: (old) => (old?.organisation.id === home.id && old.appraisal?.year === year ? old : undefined)
  })
  const desk = found.data
  const begun = desk !== undefined && hasBegun(desk) ? desk : null
  /** What was typed is kept first, so that the paper has it. */
  const openPaper = (paper: string): void => void flushDrafts().then(() => place.go({ paper }))
  const print = (): void => openPaper(begun?.may.enter === true ? paperOfTab[place.tab] : 'score')
  useKeys(begun === null || place.paper !== null ? {} : { 'Ctrl+P': print })
  const figures = desk?.may.tally === true ? '，得票只有书记、组织委员能看' : ''
  useSayStatus(begun === null ? '' : `${begun.cadres.length} 名考核对象${figures}`)
  if (place.paper !== null && begun !== null)
    return <AppraisalPapers desk={begun} place={place} onClose={() => place.go({ paper: null })} />
  return (
    <>
      <PageHead
        title="干部考核"
        note={
          <YearWhere
            {...{ year, today, organisations, organisationId: home.id }}
            onYear={(chosen) => place.go({ year: chosen })}
            onOrganisation={(organisation) => place.go({ organisation, member: null })}
          />
        }
      >
        {begun === null ? null : (
          <Button type="primary" icon={<PrinterOutlined />} onClick={print}>
            打印材料
          </Button>
        )}
      </PageHead>
      {found.error === null ? null : (
        <LoadFailure message={problemOfError(found.error).message} onRetry={() => void found.refetch()} />
      )}
      {found.isLoading ? <Loading lines={8} /> : null}
      {desk === undefined ? null : begun === null ? (
        <EmptyAppraisal desk={desk} year={year} />
      ) : (
        <Body desk={begun} place={place} today={today} onPaper={openPaper} />
      )}
    </>
  )
}

/** 干部考核: the papers of a year for each 领导干部, written from the records. */
export function AppraisalScreen({ today }: { today: string }) {
  useContentProtection()
  const place = useAppraisalPlace(today)
  const tree = useQuery(api.organisation.tree.queryOptions())
  const organisations = (tree.data ?? []).filter(({ kind }) => kind !== '党小组')
  const home =
    organisations.find(({ id }) => id === place.organisationId) ?? organisations.find(isBranch) ?? organisations[0]
  useEffect(() => {
    document.title = '干部考核 · 党务案头'
  }, [])
  return (
    <div className="page desk-page appraisal-page">
      {tree.error !== null ? (
        <LoadFailure message={problemOfError(tree.error).message} onRetry={() => void tree.refetch()} />
      ) : tree.data === undefined ? (
        <Loading lines={8} />
      ) : home === undefined ? (
        <>
          <PageHead title="干部考核" />
          <div className="empty">
            <p className="empty-title">还没有党组织</p>
            <p className="note">先在“组织与党员”里加上党组织和党员，标明领导干部。</p>
          </div>
        </>
      ) : (
        <Home key={`${home.id} ${place.year}`} {...{ place, home, organisations, today }} />
      )}
    </div>
  )
}

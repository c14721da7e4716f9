import { useNavigate } from 'react-router'
import { alertLevels, type AlertLevel } from '../../../shared/features/alert/alert.ts'
import { DueTag } from '../../app/due-tag.tsx'
import { Loading } from '../../ui/loading.tsx'
import { dayAndTime } from '../../ui/clock.ts'
import { recordAt } from '../../app/deeds.ts'
import { type Alerts, type Progress, toneOf, type View } from './due-lines.ts'

const levelWords: Record<AlertLevel, string> = { red: '红色', yellow: '黄色', blue: '蓝色' }

/** The address of a screen with the organisation that is looked at. */
const addressOf = (screen: string, part: Record<string, string | null>): string => {
  const given = Object.entries(part).filter((one): one is [string, string] => one[1] !== null)
  return `${screen}?${new URLSearchParams(given)}`
}

type AlertProps = { alerts: Alerts | undefined; organisation: string | null }

/** How many warnings there are of each level. */
export function CountsCard({ alerts, organisation }: AlertProps) {
  const navigate = useNavigate()
  const go = (level: string | null) => () => void navigate(addressOf('/alert', { organisation, show: level }))
  return (
    <section className="card home-side-card" aria-label="预警">
      <header className="card-head">
        <h2 className="card-title">预警</h2>
        {(alerts?.snoozed.length ?? 0) === 0 ? null : <span className="note">搁置 {alerts?.snoozed.length} 条</span>}
        <span className="push" />
        <button type="button" className="link" onClick={go(null)}>
          看预警
        </button>
      </header>
      {alerts === undefined ? (
        <Loading lines={2} />
      ) : (
        <div className="level-counts">
          {alertLevels.map((level) => (
            <button key={level} type="button" className={`level-count is-${level}`} onClick={go(level)}>
              <strong>{alerts.counts[level]}</strong>
              {levelWords[level]}
            </button>
          ))}
        </div>
      )}
    </section>
  )
}

type PackProps = { progress: Progress | undefined; year: number; organisation: string | null }

/** How many papers of the year are there, area by area. */
export function PackCard({ progress, year, organisation }: PackProps) {
  const navigate = useNavigate()
  const open = (view: string | null) => () =>
    void navigate(addressOf('/checklist', { organisation, year: `${year}`, view }))
  const isOne = progress?.branches.length === 1
  const only = isOne ? (progress?.branches[0]?.organisationId ?? null) : null
  const toMissing = (): void =>
    void navigate(addressOf('/checklist', { organisation: only, year: `${year}`, view: isOne ? 'missing' : null }))
  const toPack = (): void => void navigate(addressOf('/pack', { organisation, year: `${year}` }))
  const whole = progress === undefined ? 0 : progress.there + progress.missing
  return (
    <section className="card home-side-card" aria-label="年度材料">
      <header className="card-head">
        <h2 className="card-title">{year} 年度材料</h2>
        <span className="push" />
        <button type="button" className="link" onClick={toPack}>
          材料包
        </button>
        <button type="button" className="link" onClick={isOne ? toMissing : open(null)}>
          看清单
        </button>
      </header>
      {progress === undefined ? (
        <Loading lines={5} />
      ) : progress.mean === null ? (
        <p className="note home-side-note">有了党支部，材料齐不齐在这里看。</p>
      ) : (
        <>
          <div className="home-pack-figures">
            <span>
              <strong>{progress.there}</strong> / {whole} 件已有
            </span>
            <span className="push">缺 {progress.missing} 件</span>
          </div>
          <div className="home-pack-bar" aria-hidden>
            <i style={{ width: `${whole === 0 ? 0 : (100 * progress.there) / whole}%` }} />
          </div>
          <p className="note home-side-note">
            {`${isOne ? '清单' : '平均'}得分 ${progress.mean.total}，失 ${progress.mean.lost}，待核 ${progress.mean.pending}`}
          </p>
          <ul className="home-pack-areas">
            {progress.areas.map(({ code, title, there, missing }) => (
              <li key={code}>
                {title}
                <span className="push">{there + missing === 0 ? '' : `${there}/${there + missing}`}</span>
                <span className={missing === 0 ? 'home-pack-full' : 'home-pack-lacks'}>
                  {missing === 0 ? '齐' : `缺 ${missing}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const taskLines = 4

/** The tasks that are due first. */
export function TaskCard({ view }: { view: View }) {
  const navigate = useNavigate()
  const tasks = view.work.filter(({ kind }) => kind === 'task')
  const late = tasks.filter(({ due }) => due !== null && due < view.today).length
  const first = [...tasks].sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1)).slice(0, taskLines)
  return (
    <section className="card home-side-card" aria-label="没有办完的任务">
      <header className="card-head">
        <h2 className="card-title">任务</h2>
        <span className="note">
          未完成 {tasks.length} 项{late === 0 ? '' : `，逾期 ${late} 项`}
        </span>
        <span className="push" />
        <button type="button" className="link" onClick={() => void navigate('/task')}>
          看任务
        </button>
      </header>
      {first.length === 0 ? (
        <p className="note home-side-note">没有要办的任务。会上定的事派成任务，在这里看得见。</p>
      ) : (
        <ul className="home-lines">
          {first.map((one) => (
            <li key={one.id}>
              <span className="home-line-text" title={one.what}>
                {one.what}
              </span>
              <span className="home-line-foot note">
                {[one.person ?? '缺责任人', one.label].join('，')}
                <span className="push" />
                <DueTag
                  due={one.due}
                  today={view.today}
                  tone={toneOf(
                    { ...one, level: null, isFault: false, key: '', cite: null, way: null, sameAs: null },
                    view.today
                  )}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function recentAt({ record, id, organisationId }: View['recent'][number], year: number): string | null {
  if (record === 'import') return '/ledger'
  if (id === null || organisationId === null) return null
  if (record === 'checklist')
    return addressOf('/checklist', { organisation: organisationId, year: `${year}`, item: id })
  return recordAt({ record, id }, { organisationId, year })
}

/** What was changed last, and by whom. */
export function RecentCard({ view, mayWrite }: { view: View; mayWrite: boolean }) {
  const navigate = useNavigate()
  return (
    <section className="card home-side-card" aria-label="最近的工作">
      <header className="card-head">
        <h2 className="card-title">最近的工作</h2>
      </header>
      {view.recent.length === 0 ? (
        <p className="note home-side-note">记下的会议、任务和整改，最近改过的列在这里。</p>
      ) : (
        <ul className="home-lines">
          {view.recent.map((one) => {
            const address = one.record === 'import' && !mayWrite ? null : recentAt(one, view.year)
            return (
              <li key={`${one.record} ${one.id ?? one.what} ${one.at}`}>
                {address === null ? (
                  <span className="home-line-text">{one.what}</span>
                ) : (
                  <button type="button" className="link home-line-text" onClick={() => void navigate(address)}>
                    {one.what}
                  </button>
                )}
                <span className="home-line-foot note">
                  {[one.act, one.who, one.organisation].filter((part) => part !== '').join('，')}
                  <span className="push">{one.at.length > 10 ? dayAndTime(one.at).slice(5) : one.at.slice(5)}</span>
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

import { Link } from 'react-router'
import { FigureStrip, type Figure } from '../../ui/limit-bar.tsx'
import type { BegunDesk, OpenCadre } from './appraisal-words.ts'

/** Hours with at most two digits. */
const hours = (value: number): string => String(Math.round(value * 100) / 100)

/** Figures of the year as the records have them, each where it comes from; nothing of it is typed here. */
export function YearFacts({ line, desk }: { line: OpenCadre; desk: BegunDesk }) {
  const { attendance, hours: study, talks, tasks, branch, hearings } = line.facts
  const work = desk.works.find(({ name }) => name === branch)
  const figures: Figure[] = [
    ['组织生活', attendance.expected === 0 ? '—' : `${attendance.present} / ${attendance.expected}`],
    ['学时', `${hours(study.earned)} / ${hours(study.required)}`, study.required > 0 && study.earned >= study.required],
    ['谈心谈话', `${talks} 次`],
    ['负责的整改', tasks.all === 0 ? '—' : `完成 ${tasks.closed} / ${tasks.all}`],
    ['支部清单得分', work?.total ?? '—']
  ]
  const heard = hearings.flatMap(({ final }) => final ?? [])
  const year = `${new URLSearchParams({ organisation: desk.organisation.id, year: `${desk.appraisal.year}` })}`
  return (
    <section className="appraisal-facts" aria-label="年度情况">
      <FigureStrip figures={heard.length === 0 ? figures : [...figures, ['述职评议', heard.join('、')]]} />
      <span className="note appraisal-sources">
        由记录算出：
        <Link className="appraisal-link" to="/meeting">
          会议
        </Link>
        、
        <Link className="appraisal-link" to={`/study?${year}`}>
          学时
        </Link>
        、
        <Link className="appraisal-link" to={`/checklist?${year}`}>
          清单
        </Link>
      </span>
    </section>
  )
}

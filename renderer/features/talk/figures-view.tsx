import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type TalkClass, statisticsLimits } from '../../../shared/features/talk/statistics-rules.ts'
import type { Outputs } from '../../api/client.ts'
import { FigureCards } from './figure-cards.tsx'
import { FiguresChart } from './figures-chart.tsx'
import { type PaperChoice, paperChoices, paperNames } from './talk-papers.ts'

type Board = Outputs['talk']['board']

function Classes({ title, classes }: { title: string; classes: readonly TalkClass[] }) {
  return (
    <table className="plain-table talk-classes" aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" className="number">
            次数
          </th>
        </tr>
      </thead>
      <tbody>
        {classes.map(({ key, name, count, says }) => (
          <tr key={key}>
            <td>{name}</td>
            <td className={count === null ? 'number quiet' : 'number'}>{says}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Columns that are missing in the chart and are not zero, in words. */
function Untold({ classes }: { classes: readonly TalkClass[] }) {
  const untold = Map.groupBy(
    classes.filter(({ count }) => count === null),
    ({ says }) => says
  )
  if (untold.size === 0) return null
  const words = [...untold].map(
    ([says, group]) => `${group.map(({ name }) => name).join('、')}${says === '略' ? '略去' : says}`
  )
  return <p className="note">图上没画：{words.join('；')}。</p>
}

function FollowUps({ figures }: { figures: Board['statistics']['followUps'] }) {
  const { open, done, overdue } = figures
  return (
    <p className="talk-figures-line">
      后续事项 {open + done + overdue} 项：办结 {done} 项，还在期限内 {open} 项，
      <span className={overdue === 0 ? '' : 'talk-overdue'}>逾期 {overdue} 项</span>
    </p>
  )
}

type Props = { board: Board; onPaper: (paper: PaperChoice) => void }

function Papers({ board, onPaper }: Props) {
  return (
    <section className="card talk-dues" aria-label="材料">
      <header className="card-head">
        <h2 className="card-title">材料</h2>
      </header>
      <div className="talk-dues-body">
        <ul>
          {paperChoices(board.readable.length > 0).map((paper) => (
            <li key={paper} className="talk-paper-line">
              <span>{paperNames[paper]}</span>
              <Button
                size="small"
                className="push"
                icon={<PrinterOutlined />}
                aria-label={`预览${paperNames[paper]}`}
                onClick={() => onPaper(paper)}
              >
                预览
              </Button>
            </li>
          ))}
        </ul>
        <p className="talk-none">三级谈话只计次数，不进任何一份台账。</p>
      </div>
    </section>
  )
}

/** 统计: how many, when, in which direction and of which kind, without a word of what was said. */
export function FiguresView({ board, onPaper }: Props) {
  const { total, byMonth, byDirection, byKind, followUps, year } = board.statistics
  return (
    <>
      <FigureCards coverage={board.coverage} />
      <div className="talk-desk beside">
        <section className="card talk-map" aria-label="统计">
          <header className="card-head">
            <h2 className="card-title">
              {year} 年度谈话 {total} 次
            </h2>
          </header>
          <div className="talk-scroll talk-figures-body" role="region" aria-label="统计内容" tabIndex={0}>
            <FollowUps figures={followUps} />
            {byMonth === null || byDirection === null || byKind === null ? (
              <p className="note">不足 {statisticsLimits.talks} 次，不列分布：从分布里可能看出是谁谈的。</p>
            ) : (
              <>
                <FiguresChart title="各月谈话次数" classes={byMonth} />
                <Untold classes={byMonth} />
                <div className="talk-classes-pair">
                  <Classes title="方向" classes={byDirection} />
                  <Classes title="类型" classes={byKind} />
                </div>
                <p className="note">
                  不足 {statisticsLimits.inClass} 次的一类不列出次数，必要时另略去一类，免得从合计里推出来。
                </p>
              </>
            )}
          </div>
        </section>
        <Papers board={board} onPaper={onPaper} />
      </div>
    </>
  )
}

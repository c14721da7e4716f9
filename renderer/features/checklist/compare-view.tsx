import { useQueries } from '@tanstack/react-query'
import type { ChartSpec } from '../../../shared/documents/chart.ts'
import { api } from '../../api/client.ts'
import { useRowWalk } from '../../ui/row-walk.ts'
import { SpecChart } from '../../ui/spec-chart.tsx'
import { HeatCell } from './branch-table.tsx'
import type { Board, Card } from './checklist-words.ts'
import { heatOf } from '../../ui/heat.ts'
import type { ChecklistPlace } from './use-checklist-place.ts'

type Props = { board: Board; place: ChecklistPlace }

const shareOf = (card: Card, code: string): number | null =>
  card.areas.find((area) => area.code === code)?.share ?? null

type TableProps = { board: Board; chosen: string; onChoose: (organisationId: string) => void }

/** Areas × branches with the medians; a row chosen is held against them beside it. */
function HeatTable({ board: { cards, columns, medians, totalMedian }, chosen, onChoose }: TableProps) {
  const walk = useRowWalk()
  return (
    <table className="plain-table list-table board-table compare-table" aria-label="各支部各方面得分">
      <thead>
        <tr>
          <th scope="col">党支部</th>
          {columns.map(({ code, title }) => (
            <th key={code} scope="col" className="heat-head" title={title} aria-label={`${code} ${title}`}>
              {code}
            </th>
          ))}
          <th scope="col" className="number-cell">
            得分
          </th>
        </tr>
      </thead>
      <tbody>
        {cards.map((card) => (
          <tr
            key={card.organisationId}
            data-row={card.organisationId}
            tabIndex={card.organisationId === chosen ? 0 : -1}
            aria-selected={card.organisationId === chosen}
            className={card.organisationId === chosen ? 'selected' : ''}
            onClick={() => onChoose(card.organisationId)}
            onFocus={() => onChoose(card.organisationId)}
            onKeyDown={(event) => void walk(event)}
          >
            <td>{card.label}</td>
            {columns.map(({ code }) => (
              <HeatCell key={code} area={card.areas.find((area) => area.code === code)} />
            ))}
            <td className="number-cell">
              <strong>{card.total}</strong>
            </td>
          </tr>
        ))}
        <tr className="median-row">
          <td>中位数（得分率）</td>
          {columns.map(({ code }, at) => {
            const median = medians[at] ?? null
            return (
              <td key={code} className="heat-cell">
                {median === null ? null : <span className={`heat heat-${heatOf(median)}`}>{median}%</span>}
              </td>
            )
          })}
          <td className="number-cell">{totalMedian}</td>
        </tr>
      </tbody>
    </table>
  )
}

/** The totals of a branch over the years up to this one. */
function useTrend(organisationId: string, place: ChecklistPlace): ChartSpec | null {
  const years = [place.year - 2, place.year - 1, place.year]
  const found = useQueries({
    queries: years.map((year) =>
      api.checklist.desk.queryOptions({ organisationId, year, list: place.list }, { enabled: organisationId !== '' })
    )
  })
  const totals = found.map(({ data }) => (data === undefined ? null : Number(data.score.total)))
  if (totals.every((total) => total === null)) return null
  return {
    ...{ kind: 'line', title: '近三年得分', categories: years.map(String), decimals: 2, max: 100 },
    series: [{ name: '得分', values: totals }]
  }
}

/** 对比: heat table, one branch against the median, totals side by side, and the years. */
export function CompareView({ board, place }: Props) {
  const { cards, columns, medians } = board
  const chosen = cards.find(({ organisationId }) => organisationId === place.item) ?? cards[0]
  const trend = useTrend(chosen?.organisationId ?? '', place)
  if (chosen === undefined) return null
  const net: ChartSpec = {
    ...{ kind: 'radar', title: `${chosen.label}和中位数（得分率）`, unit: '%', decimals: 1, max: 100 },
    categories: columns.map(({ title }) => title),
    series: [
      { name: chosen.label, values: columns.map(({ code }) => shareOf(chosen, code)) },
      { name: '中位数', values: medians }
    ]
  }
  const totals: ChartSpec = {
    ...{ kind: 'bar', title: '各支部得分', decimals: 2 },
    categories: cards.map(({ label }) => label.replace(/党支部$/, '')),
    series: [{ name: '得分', values: cards.map(({ total }) => Number(total)) }]
  }
  return (
    <div className="compare">
      <section className="card list-frame" aria-label="各支部各方面">
        <div className="list-scroll">
          <HeatTable
            board={board}
            chosen={chosen.organisationId}
            onChoose={(item) => {
              if (item !== chosen.organisationId) place.go({ item })
            }}
          />
        </div>
      </section>
      <section className="card compare-chart">
        <SpecChart spec={net} height={300} />
      </section>
      <section className="card compare-chart">
        <SpecChart spec={totals} height={220} />
      </section>
      <section className="card compare-chart">
        {trend === null ? <p className="note">没有以前年度的得分。</p> : <SpecChart spec={trend} height={220} />}
      </section>
    </div>
  )
}

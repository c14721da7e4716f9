import { Fragment } from 'react'
import { figure } from '../../../shared/features/checklist/checklist-view.ts'
import { finalReviewer, type ReviewTable } from '../../../shared/features/checklist/review-rules.ts'
import type { Fraction } from '../../../shared/kernel/fraction.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { type Desk, plainFigure } from './checklist-words.ts'
import { PointCell } from './point-cell.tsx'
import { itemsToReview, nextCell } from './review-words.ts'
import type { Points } from './use-points.ts'

const cellId = (reviewer: string, item: string): string => `point ${reviewer} ${item}`

/** Puts the focus into a cell of points. */
export function toCell(reviewer: string, item: string): void {
  const cell = document.getElementById(cellId(reviewer, item))
  cell?.focus()
  cell?.scrollIntoView({ block: 'nearest' })
}

const shown = (value: Fraction | null): string => (value === null ? '' : figure(value))

type Props = { desk: Desk; given: Points; table: ReviewTable; locked: boolean }

function Head({ reviewers, hasFinals }: { reviewers: readonly string[]; hasFinals: boolean }) {
  return (
    <thead>
      <tr>
        {['编号', '项目', '分值', '自查'].map((head) => (
          <th key={head} scope="col" className={head === '分值' || head === '自查' ? 'number-cell' : ''}>
            {head}
          </th>
        ))}
        {reviewers.map((reviewer) => (
          <th key={reviewer} scope="col" className="point-head">
            {reviewer}
          </th>
        ))}
        {['最低', '最高', '平均'].map((head) => (
          <th key={head} scope="col" className="number-cell">
            {head}
          </th>
        ))}
        <th scope="col" className={hasFinals ? 'point-head' : 'number-cell'}>
          最终
        </th>
      </tr>
    </thead>
  )
}

/** 打分: items by reviewers. Enter and the arrows go down and up a column, Tab across; a deduction asks for its reason. */
export function ReviewGrid({ desk, given, table, locked }: Props) {
  const items = itemsToReview(desk)
  const reviewers = desk.review.review?.reviewers ?? []
  const ids = items.map(({ id }) => id)
  const mayFinal = desk.may.settle && !locked
  if (reviewers.length === 0)
    return (
      <section className="card">
        <div className="empty">
          <p className="empty-title">还没有考评人</p>
          <p className="note">
            在左边加上考评人，这里列出 {items.length} 项，每人一列打分；
            <br />
            扣分要写理由，最低、最高、平均和最终得分自己算出来。
          </p>
        </div>
      </section>
    )
  const cellOf = (reviewer: string, item: (typeof items)[number]) => {
    const line = table.lines.find((one) => one.item.id === item.id)
    const point =
      reviewer === finalReviewer
        ? given.finals.find((one) => one.item === item.id)
        : given.points.find((one) => one.reviewer === reviewer && one.item === item.id)
    return (
      <PointCell
        id={cellId(reviewer, item.id)}
        label={`${item.id} ${item.title}，${reviewer === finalReviewer ? '最终得分' : reviewer}`}
        most={Number(item.max)}
        full={Number(item.points)}
        placeholder={reviewer === finalReviewer && line !== undefined ? shown(line.final) : ''}
        points={point?.points ?? null}
        reason={point?.reason ?? null}
        locked={reviewer === finalReviewer ? !mayFinal : locked}
        onSave={(points, reason) => void given.save({ reviewer, item: item.id, points, reason })}
        onWalk={(by) => {
          const next = nextCell(ids, item.id, by)
          if (next !== null) toCell(reviewer, next)
        }}
      />
    )
  }
  return (
    <section className="card list-frame" aria-label="考评打分">
      <header className="card-head">
        <h2 className="card-title">考评打分</h2>
        <span className="note item-keys">
          <Kbd>Enter</Kbd> <Kbd>↓</Kbd> 下一项，<Kbd>↑</Kbd> 上一项，<Kbd>Tab</Kbd> 下一格；扣分的写理由
        </span>
      </header>
      {given.problem === null ? null : <Verdict tone="bad">{given.problem.message}</Verdict>}
      <div className="list-scroll" tabIndex={0} role="region" aria-label="打分的表">
        <table className="plain-table review-table" aria-label="考评打分">
          <Head reviewers={reviewers} hasFinals={mayFinal} />
          <tbody>
            {desk.score.areas.map((area) => (
              <Fragment key={area.code}>
                <tr className="review-area">
                  <td colSpan={8 + reviewers.length}>
                    <strong>
                      {area.code} {area.title}
                    </strong>
                  </td>
                </tr>
                {items
                  .filter(({ id }) => area.items.some((one) => one.id === id))
                  .map((item) => {
                    const line = table.lines.find((one) => one.item.id === item.id)
                    return (
                      <tr key={item.id}>
                        <td className="item-id">{item.id}</td>
                        <td className="review-title" title={item.basis}>
                          {item.title}
                        </td>
                        <td className="number-cell">{plainFigure(item.points)}</td>
                        <td className="number-cell">{item.status === 'pending' ? '待核' : item.score}</td>
                        {reviewers.map((reviewer) => (
                          <td key={reviewer} className="point">
                            {cellOf(reviewer, item)}
                          </td>
                        ))}
                        <td className="number-cell">{shown(line?.lowest ?? null)}</td>
                        <td className="number-cell">{shown(line?.highest ?? null)}</td>
                        <td className="number-cell">{shown(line?.mean ?? null)}</td>
                        <td className={mayFinal ? 'point' : 'number-cell'}>
                          {mayFinal ? cellOf(finalReviewer, item) : <strong>{shown(line?.final ?? null)}</strong>}
                        </td>
                      </tr>
                    )
                  })}
              </Fragment>
            ))}
            <tr className="median-row">
              <td colSpan={4}>各项之和</td>
              {table.sums.map(({ reviewer, points, given: many }) => (
                <td key={reviewer} className="number-cell" title={`打了 ${many} 项`}>
                  {figure(points)}
                </td>
              ))}
              <td colSpan={3} />
              <td className="number-cell">
                <strong>{figure(table.total)}</strong>
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  )
}

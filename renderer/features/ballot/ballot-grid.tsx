import { CheckOutlined } from '@ant-design/icons'
import { Fragment, useEffect, useRef } from 'react'
import type { Mark } from '../../../shared/features/ballot/ballot.ts'
import { lineName, type ShownBallotLine } from './ballot-words.ts'

type Props = {
  label: string
  lines: readonly ShownBallotLine[]
  grades: readonly string[]
  /** By the place on the ballot; undefined: not marked yet. */
  marks: readonly (Mark | undefined)[]
  /** The line the next key is for. */
  at: number
  blankWord: string
  locked?: boolean
  onMark: (at: number, mark: Mark) => void
}

/** One ballot: a line each, a box per grade, the line the next key is for set off with its keys. By mouse as well. */
export function BallotGrid({ label, lines, grades, marks, at, blankWord, locked = false, onMark }: Props) {
  const current = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (current.current?.dataset['line'] === `${at}`) current.current.scrollIntoView({ block: 'nearest' })
  }, [at])
  const choices: { mark: Mark; name: string; key: string }[] = [
    ...grades.map((name, mark) => ({ mark, name, key: `${mark + 1}` })),
    { mark: null, name: blankWord, key: '0' }
  ]
  return (
    <table className="ballot-grid" role="grid" aria-label={label}>
      <thead>
        <tr>
          <th scope="col" className="ballot-number">
            序号
          </th>
          <th scope="col">姓名</th>
          {choices.map(({ name, key }) => (
            <th key={key} scope="col" className="ballot-box">
              {name} <span className="quiet">{key}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, at: place, number, heads, label: name }) => {
          const here = place === at && !locked
          const mark = marks[place]
          return (
            <Fragment key={line.key}>
              {heads ? (
                <tr className="ballot-head">
                  <td className="ballot-number">{number}</td>
                  <td colSpan={choices.length + 1}>{line.subject}</td>
                </tr>
              ) : null}
              <tr
                ref={here ? current : null}
                data-line={place}
                className={here ? 'ballot-line here' : 'ballot-line'}
                {...(here ? { 'aria-current': 'true' as const } : {})}
              >
                <td className="ballot-number">{line.question === null ? number : ''}</td>
                <th scope="row" className={line.question === null ? '' : 'ballot-question'}>
                  {name}
                </th>
                {choices.map((choice) => {
                  const chosen = mark === choice.mark
                  return (
                    <td key={choice.key} className="ballot-box">
                      <button
                        type="button"
                        className={chosen ? `ballot-tick chosen ${choice.mark === null ? 'blank' : ''}` : 'ballot-tick'}
                        data-shown={chosen ? (choice.mark === null ? '空' : '') : here ? choice.key : ''}
                        aria-pressed={chosen}
                        aria-label={`${lineName(line)}，${choice.name}`}
                        disabled={locked}
                        tabIndex={here ? 0 : -1}
                        onClick={(event) => {
                          event.currentTarget.blur()
                          onMark(place, choice.mark)
                        }}
                      >
                        {chosen && choice.mark !== null ? <CheckOutlined /> : null}
                      </button>
                    </td>
                  )
                })}
              </tr>
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

import { Fragment, useState } from 'react'
import { Link } from 'react-router'
import { recordAt } from '../../app/deeds.ts'
import { recordCount, type ReportBlock } from './report-words.ts'

type Where = { organisationId: string; year: number }
type Source = ReportBlock['sources'][number]

/** So many records of one sentence are shown before one asks for the others. */
const few = 8

function Links({ links, where }: { links: Source['links']; where: Where }) {
  const [all, setAll] = useState(false)
  const shown = all ? links : links.slice(0, few)
  return (
    <span className="source-links">
      {shown.map((link, at) => {
        const address = recordAt(link, where)
        return (
          <Fragment key={`${link.record} ${link.id} ${at}`}>
            {address === null ? <span className="quiet">{link.text}</span> : <Link to={address}>{link.text}</Link>}
          </Fragment>
        )
      })}
      {all || links.length <= few ? null : (
        <button type="button" className="link" onClick={() => setAll(true)}>{`其余 ${links.length - few} 条`}</button>
      )}
    </span>
  )
}

/** The records behind a block: each sentence or line with what it was counted from. */
export function ReportSources({ block, where }: { block: ReportBlock; where: Where }) {
  if (block.sources.length === 0) return null
  return (
    <details className="report-sources">
      <summary>{`数字从 ${recordCount(block)} 条记录里来`}</summary>
      <ul aria-label={`${block.heading}的记录`}>
        {block.sources.map(({ of, links }, at) => (
          <li key={`${at} ${of}`}>
            <p className="note">{of}</p>
            <Links links={links} where={where} />
          </li>
        ))}
      </ul>
    </details>
  )
}

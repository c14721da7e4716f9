import './search.css'
import type { SearchHit } from '../../../shared/features/search/search.ts'
import { Marked } from '../../ui/marked.tsx'

const aside = ({ date, organisation, former }: SearchHit): string =>
  [date, organisation, former ? '已离开' : null].filter((part) => part !== null && part !== '').join('，')

/** One hit: what it is called, when and where, and the words around the match. */
export function HitLine({ hit }: { hit: SearchHit }) {
  return (
    <span className="hit">
      <span className="hit-head">
        <span className="hit-title">
          <Marked {...hit.title} />
        </span>
        <span className="note hit-aside">{aside(hit)}</span>
      </span>
      {hit.excerpt === null ? null : (
        <span className="note hit-excerpt">
          <Marked {...hit.excerpt} />
        </span>
      )}
    </span>
  )
}

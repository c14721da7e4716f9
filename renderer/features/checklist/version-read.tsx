import { Fragment } from 'react'
import { type Checklist, itemKindNames } from '../../../shared/features/checklist/checklist.ts'
import { pointsIn } from './version-draft.ts'

/** A version to read: areas, items, and what each is worth. */
export function VersionRead({ list }: { list: Checklist }) {
  return (
    <table className="plain-table item-table version-table" aria-label={list.title}>
      <thead>
        <tr>
          {['编号', '项目与标准', '分值', '取分', '依据'].map((head) => (
            <th key={head} scope="col" className={head === '分值' ? 'number-cell' : ''}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.areas.map(({ code, title, items }) => (
          <Fragment key={code}>
            <tr className="area-row">
              <td colSpan={5}>
                <strong>
                  {code} {title}
                </strong>{' '}
                <span className="note">{`${items.length} 项，${pointsIn(items)} 分`}</span>
              </td>
            </tr>
            {items.map((item) => (
              <tr key={item.id}>
                <td className="item-id">{item.id}</td>
                <td className="item-name">
                  <span className="item-title">{item.title}</span>
                  <span className="item-standard" title={item.standard}>
                    {item.standard}
                  </span>
                </td>
                <td className="number-cell">{item.points}</td>
                <td>{itemKindNames[item.kind]}</td>
                <td className="version-source" title={item.source}>
                  {item.source}
                </td>
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

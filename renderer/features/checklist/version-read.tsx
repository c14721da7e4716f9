import { Fragment } from 'react'
import { type Checklist, itemKindNames } from '../../../shared/features/checklist/checklist.ts'
import { plainFigure } from './checklist-words.ts'
import { pointsIn } from './version-draft.ts'
import { TableHead } from '../../ui/open-row.tsx'

/** A version to read: areas, items, and what each is worth. */
export function VersionRead({ list }: { list: Checklist }) {
  return (
    <table className="plain-table list-table item-table version-table" aria-label={list.title}>
      <TableHead heads={['编号', '项目与标准', '分值', '取分', '依据']} figures={['分值']} />
      <tbody>
        {list.areas.map(({ code, title, items }) => (
          <Fragment key={code}>
            <tr className="area-row">
              <td colSpan={5}>
                <strong>
                  {code} {title}
                </strong>{' '}
                <span className="note">{`${items.length} 项，${plainFigure(pointsIn(items))} 分`}</span>
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

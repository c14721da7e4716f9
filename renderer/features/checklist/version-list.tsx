import { useRowWalk } from '../../ui/row-walk.ts'
import { TableHead } from '../../ui/open-row.tsx'
import { versionKey, type VersionLine, versionName } from './version-words.ts'

type Props = { versions: readonly VersionLine[]; chosen: string | null; onChoose: (version: string) => void }

/** Every version there is; arrows walk, and what one stands on is shown beside. */
export function VersionList({ versions, chosen, onChoose }: Props) {
  const walk = useRowWalk()
  return (
    <table className="plain-table list-table item-table" aria-label="清单版本">
      <TableHead heads={['清单', '项数', '状态']} figures={['项数']} />
      <tbody>
        {versions.map((one) => {
          const key = versionKey(one)
          return (
            <tr
              key={key}
              data-row={key}
              tabIndex={key === chosen ? 0 : -1}
              aria-selected={key === chosen}
              className={key === chosen ? 'selected' : ''}
              onClick={() => onChoose(key)}
              onKeyDown={(event) => {
                const now = walk(event) ? document.activeElement : null
                if (now instanceof HTMLElement) onChoose(now.dataset['row'] ?? key)
              }}
            >
              <td className="item-name version-name">
                <span className="item-title">{one.title}</span>
                <span className="item-standard">{versionName(one)}</span>
              </td>
              <td className="number-cell">{one.items}</td>
              <td>
                {one.frozenOn !== null ? (
                  <span className="tag green">{one.frozenOn} 冻结</span>
                ) : one.id === null ? (
                  <span className="tag">自带</span>
                ) : (
                  <span className="tag blue">可以改</span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

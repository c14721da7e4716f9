import { type AlertCounts, alertLevelNames, alertLevels } from '../../../shared/features/alert/alert.ts'
import { levelTones } from '../../app/due-tag.tsx'
import { OpenRow, TableHead } from '../../ui/open-row.tsx'
import type { Progress } from './due-lines.ts'

/** A branch with its figures; null while they are still on their way. */
export type BranchRow = {
  organisationId: string
  label: string
  counts: AlertCounts | null
  progress: Progress['branches'][number] | null
  percent: number | null
  held: number
  due: number
}

const heads = ['党支部', '预警', '按时率', '清单得分', '待核', '已有', '缺']

/** Every branch in a line; Enter or a click shows that branch alone. */
export const BranchTable = ({ rows, onOpen }: { rows: readonly BranchRow[]; onOpen: (id: string) => void }) => (
  <table className="plain-table list-table home-branches" aria-label="各党支部">
    <TableHead heads={heads} figures={heads.slice(2)} />
    <tbody>
      {rows.map(({ organisationId, label, counts, progress, percent, held, due }, at) => (
        <OpenRow key={organisationId} id={organisationId} first={at === 0} onOpen={() => onOpen(organisationId)}>
          <td>
            <strong>{label}</strong>
          </td>
          <td>
            {counts === null
              ? '…'
              : alertLevels
                  .filter((level) => counts[level] > 0)
                  .map((level) => (
                    <span key={level} className={`tag ${levelTones[level]} home-count`}>
                      {`${alertLevelNames[level].slice(0, 1)} ${counts[level]}`}
                    </span>
                  ))}
          </td>
          <td className="number-cell">{percent === null ? '—' : `${percent}%（${held}/${due}）`}</td>
          <td className="number-cell">{progress === null ? '…' : <strong>{progress.total}</strong>}</td>
          <td className="number-cell">{progress?.pending ?? '…'}</td>
          <td className="number-cell">{progress?.there ?? '…'}</td>
          <td className={(progress?.missing ?? 0) === 0 ? 'number-cell' : 'number-cell home-pack-lacks'}>
            {progress?.missing ?? '…'}
          </td>
        </OpenRow>
      ))}
    </tbody>
  </table>
)

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api, problemOfError } from '../../api/client.ts'
import { Loading, LoadFailure } from '../../ui/loading.tsx'

const pageSize = 50

/** What the file would change of records that are there, cell by cell, before anything is written. */
export function DifferenceList({ id, count }: { id: string; count: number }) {
  const [page, setPage] = useState(0)
  const list = useQuery({
    ...api.ledger.differences.queryOptions({ id, offset: page * pageSize, limit: pageSize }),
    placeholderData: keepPreviousData
  })
  if (list.error !== null)
    return <LoadFailure message={problemOfError(list.error).message} onRetry={() => void list.refetch()} />
  if (list.data === undefined) return <Loading lines={3} />
  const { total, lines } = list.data
  const pages = Math.ceil(total / pageSize)
  return (
    <section aria-label="与本机不同的地方">
      <h3 className="ledger-heading">
        会更新的 {count} 条，与本机不同的地方{pages > 1 ? `（第 ${page + 1} 页，共 ${pages} 页）` : ''}
      </h3>
      <table className="plain-table differences">
        <thead>
          <tr>
            <th>工作表</th>
            <th>记录</th>
            <th>列</th>
            <th>现在</th>
            <th>导入以后</th>
          </tr>
        </thead>
        <tbody>
          {lines.flatMap(({ sheet, label, changes }) =>
            changes.map(({ column, before, after }, index) => (
              <tr key={`${sheet} ${label} ${column}`}>
                <td>{index === 0 ? sheet : ''}</td>
                <td>{index === 0 ? label : ''}</td>
                <td>{column}</td>
                <td className="quiet">{before === '' ? '（空）' : before}</td>
                <td>{after === '' ? '（空）' : after}</td>
              </tr>
            ))
          )}
        </tbody>
      </table>
      {pages > 1 ? (
        <p className="actions">
          <Button size="small" disabled={page === 0} onClick={() => setPage(page - 1)}>
            上一页
          </Button>
          <Button size="small" disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
            下一页
          </Button>
        </p>
      ) : null}
    </section>
  )
}

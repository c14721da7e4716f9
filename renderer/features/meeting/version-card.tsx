import { useQuery } from '@tanstack/react-query'
import { api, type Outputs } from '../../api/client.ts'
import './version-card.css'

type Line = Outputs['meeting']['versions'][number]

function Changes({ changes }: { changes: Line['changes'] }) {
  if (changes.length === 0) return <p className="note">后来没有改动文字。</p>
  return (
    <table className="plain-table version-changes">
      <thead>
        <tr>
          <th>栏目</th>
          <th>当时</th>
          <th>后来</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ column, before, after }) => (
          <tr key={column}>
            <td>{column}</td>
            <td className="version-text">{before === '' ? '（空）' : before}</td>
            <td className="version-text">{after === '' ? '（空）' : after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Props = { meetingId: string; shown: number | null; onShow: (version: number | null) => void }

/** 历次文本: what the record said each time it was completed, why it was opened again, and what changed. */
export function VersionCard({ meetingId, shown, onShow }: Props) {
  const versions = useQuery(api.meeting.versions.queryOptions({ id: meetingId }))
  if (versions.data === undefined || versions.data.length === 0) return null
  return (
    <section className="card" aria-label="历次文本">
      <header className="card-head">
        <h2 className="card-title">历次文本</h2>
        <span className="note">完成过又重新打开的，当时的文字都留着</span>
      </header>
      <div className="card-body">
        {versions.data.map(({ number, reason, openedOn, accountName, changes }) => (
          <details key={number} className="version">
            <summary>
              {`第 ${number} 稿，${openedOn} 由${accountName}重新打开：${reason}`}
              <span className="note">{changes.length === 0 ? '' : `　${changes.length} 处改动`}</span>
            </summary>
            <Changes changes={changes} />
            <button type="button" className="link" onClick={() => onShow(shown === number ? null : number)}>
              {shown === number ? '回到现在的文本' : '看这一稿的纸面'}
            </button>
          </details>
        ))}
      </div>
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { BackupStatus } from '../../shared/features/backup/backup.ts'
import { api } from '../api/client.ts'
import { useRight } from '../api/me.ts'
import { dayOf, inSentence } from '../ui/clock.ts'

/** “今天 09:12”, “11月18日 17:40”. */
const when = (iso: string, today: string): string =>
  dayOf(iso) === today ? `今天 ${inSentence(iso).split(' ')[1] ?? ''}` : inSentence(iso)

function wordsOf(status: BackupStatus, today: string): { text: string; colour: string } {
  const last = status.lastAt === null ? '' : when(status.lastAt, today)
  if (status.level === 'failed')
    return { text: `${when(status.failedAt ?? '', today)} 备份没有成功`, colour: 'var(--red)' }
  if (status.level === 'none') return { text: '还没有备份', colour: 'var(--amber)' }
  if (status.level === 'missing') return { text: `${last} 的备份现在看不到`, colour: 'var(--amber)' }
  if (status.level === 'old') return { text: `最近备份 ${last}，已超过 7 天`, colour: 'var(--amber)' }
  return {
    text: `${last} 已备份${status.changes > 0 ? `，之后有 ${status.changes} 处改动` : ''}`,
    colour: 'var(--green)'
  }
}

/** The last copy, always visible; a failed one stays until one succeeds. */
export function BackupNote({ today }: { today: string }) {
  const mayManage = useRight('program')
  const status = useQuery({ ...api.backup.status.queryOptions(), refetchInterval: 30_000 })
  if (status.data === undefined) return null
  const { text, colour } = wordsOf(status.data, today)
  const shown = (
    <>
      <span className="status-dot" style={{ background: colour }} aria-hidden /> {text}
      {status.data.drillDue ? '，该做还原演练了' : ''}
    </>
  )
  const title = status.data.failure ?? `备份在 ${status.data.folder}`
  return mayManage ? (
    <Link to="/setting/backup" title={title}>
      {shown}
    </Link>
  ) : (
    <span title={title}>{shown}</span>
  )
}

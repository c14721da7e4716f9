import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { BackupStatus } from '../../../shared/features/backup/backup.ts'
import { api, problemOfError } from '../../api/client.ts'
import { dayAndTime } from '../../ui/clock.ts'
import { Verdict, type VerdictTone } from '../../ui/verdict.tsx'

function wordsOf(status: BackupStatus): { tone: VerdictTone; words: string } {
  const { level, lastAt, lastFolder, lastName, changes, failedAt, failure } = status
  const last = lastAt === null ? '' : `${dayAndTime(lastAt)} 备份并核对过，放在 ${lastFolder}，文件夹名“${lastName}”`
  const since = changes === 0 ? '之后没有改动' : `之后有 ${changes} 处改动还没有备份`
  if (level === 'failed')
    return {
      tone: 'bad',
      words: `${dayAndTime(failedAt ?? '')} 备份没有成功：${failure ?? ''}${last === '' ? '' : `上一份 ${last}。`}`
    }
  if (level === 'none')
    return {
      tone: 'warn',
      words: '还没有备份过。电脑坏了、丢了，记录就找不回来；现在备份一份，最好放到 U 盘或另一块硬盘。'
    }
  if (level === 'missing')
    return { tone: 'warn', words: `${last}，但现在看不到它。请插好 U 盘，或换一个地方再备份一份。` }
  if (level === 'old') return { tone: 'warn', words: `${last}，已超过 7 天，${since}。` }
  return { tone: 'good', words: `${last}，${since}。` }
}

/** How the copies stand, and the button to make one now. */
export function StatusCard({ status, today }: { status: BackupStatus; today: string }) {
  const queries = useQueryClient()
  const making = useMutation(api.backup.make.mutationOptions({ onSettled: () => queries.invalidateQueries() }))
  const { tone, words } = wordsOf(status)
  const beside = status.folder.endsWith('备份') && status.lastFolder === status.folder
  return (
    <section className="card" aria-label="备份状况">
      <header className="card-head">
        <h2 className="card-title">备份状况</h2>
        <span className="push" />
        <Button type="primary" loading={making.isPending} onClick={() => making.mutate()}>
          现在备份
        </Button>
      </header>
      <div className="setting-body backup-status">
        <Verdict tone={tone}>{words}</Verdict>
        {making.error === null ? null : <Verdict tone="bad">{problemOfError(making.error).message}</Verdict>}
        {making.isSuccess ? (
          <Verdict tone="good">备份好了：写完以后重新打开核对过，与现在的档案库一致。</Verdict>
        ) : null}
        {status.drillDue ? (
          <Verdict tone="warn">
            {status.drilledAt === null ? '还没有做过还原演练' : `上次还原演练是 ${dayAndTime(status.drilledAt)}`}
            ，每月做一次，才知道备份真的能用。在下面任选一份，点“演练”。
          </Verdict>
        ) : (
          <p className="note">
            {status.drilledAt === null
              ? '满一个月以后会提醒做一次还原演练。'
              : `上次还原演练 ${dayAndTime(status.drilledAt)}。`}
          </p>
        )}
        {beside && status.lastAt?.slice(0, 10) === today ? (
          <p className="note">
            备份和档案库在同一块硬盘上，硬盘坏了会一起丢。有 U 盘或移动硬盘时，在下面改备份文件夹。
          </p>
        ) : null}
      </div>
    </section>
  )
}

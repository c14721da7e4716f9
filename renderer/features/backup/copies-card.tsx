import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupCard } from '../../../shared/features/backup/backup.ts'
import { api, client, problemOfError } from '../../api/client.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Loading, LoadFailure } from '../../ui/loading.tsx'
import { dayAndTime } from '../../ui/clock.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { contentsInWords, sizeOf } from './backup-words.ts'

type Task = { kind: 'verify' | 'drill'; name: string }

function run({ kind, name }: Task) {
  return kind === 'verify' ? client.backup.verify.mutate({ name }) : client.backup.drill.mutate({ name })
}

type LineProps = { copy: BackupCard; busy: Task | null; onTask: (task: Task) => void; onRestore: () => void }

function Line({ copy, busy, onTask, onRestore }: LineProps) {
  const isBusy = (kind: Task['kind']): boolean => busy?.kind === kind && busy.name === copy.name
  return (
    <tr>
      <td className="number">{dayAndTime(copy.madeAt)}</td>
      <td>{copy.madeBy}</td>
      <td className="number">{copy.members}</td>
      <td className="number">{copy.meetings}</td>
      <td className="number">{sizeOf(copy.bytes)}</td>
      <td className="copy-name">{copy.name}</td>
      <td className="copy-acts">
        <button
          type="button"
          className="link"
          disabled={busy !== null}
          onClick={() => onTask({ kind: 'verify', name: copy.name })}
        >
          {isBusy('verify') ? '正在核对' : '看里面'}
        </button>
        <button
          type="button"
          className="link"
          disabled={busy !== null}
          onClick={() => onTask({ kind: 'drill', name: copy.name })}
        >
          {isBusy('drill') ? '正在演练' : '演练'}
        </button>
        <button type="button" className="link" disabled={busy !== null} onClick={onRestore}>
          还原
        </button>
      </td>
    </tr>
  )
}

/** Asks once more, after everything inside was verified, and puts the copy in the place of the store. */
function RestoreQuestion({ copy, onKeep }: { copy: BackupCard; onKeep: () => void }) {
  const inside = useQuery({
    queryKey: ['look inside', copy.name],
    queryFn: () => client.backup.verify.mutate({ name: copy.name }),
    retry: false
  })
  const restoring = useMutation(api.backup.restore.mutationOptions({ onSuccess: () => location.reload() }))
  const refusal = inside.error ?? restoring.error
  return (
    <Confirm
      title={`用 ${dayAndTime(copy.madeAt)} 的备份换掉现在的档案库`}
      verb="还原这一份"
      keep="不还原"
      busy={restoring.isPending || inside.data === undefined}
      refusal={refusal === null ? undefined : problemOfError(refusal).message}
      onConfirm={() => restoring.mutate({ name: copy.name })}
      onKeep={onKeep}
    >
      <p>{inside.data === undefined ? '正在把备份从头到尾核对一遍……' : contentsInWords(inside.data)}</p>
      <p>
        这份备份以后记的内容，换过之后就看不到了。现在的档案库不会删除，会移到旁边名为“before-restore-日期”的文件夹里。
      </p>
      <p>还原以后要重新解锁，用的是备份那时的口令。</p>
    </Confirm>
  )
}

/** The copies in the backup folder: look inside, drill, restore. */
export function CopiesCard() {
  const queries = useQueryClient()
  const copies = useQuery(api.backup.list.queryOptions())
  const [restoring, setRestoring] = useState<BackupCard | null>(null)
  const task = useMutation({ mutationFn: run, onSuccess: () => queries.invalidateQueries() })
  return (
    <section className="card" aria-label="已有的备份">
      <header className="card-head">
        <h2 className="card-title">已有的备份</h2>
        <span className="quiet">自动保留最近 7 天、4 周、12 个月各一份</span>
      </header>
      <div className="setting-body">
        {copies.error === null ? null : (
          <LoadFailure message={problemOfError(copies.error).message} onRetry={() => void copies.refetch()} />
        )}
        {copies.data === undefined ? <Loading lines={3} /> : null}
        {copies.data?.length === 0 ? <p className="quiet">备份文件夹里还没有本档案库的备份。</p> : null}
        {copies.data === undefined || copies.data.length === 0 ? null : (
          <table className="plain-table">
            <thead>
              <tr>
                <th>备份时间</th>
                <th>谁备份的</th>
                <th className="number">党员</th>
                <th className="number">会议</th>
                <th className="number">大小</th>
                <th>文件夹名</th>
                <th aria-label="操作" />
              </tr>
            </thead>
            <tbody>
              {copies.data.map((copy) => (
                <Line
                  key={copy.name}
                  copy={copy}
                  busy={task.isPending ? task.variables : null}
                  onTask={(next) => task.mutate(next)}
                  onRestore={() => setRestoring(copy)}
                />
              ))}
            </tbody>
          </table>
        )}
        {task.error === null ? null : <Verdict tone="bad">{problemOfError(task.error).message}</Verdict>}
        {task.data === undefined ? null : (
          <Verdict tone="good">
            {task.variables?.kind === 'drill'
              ? '演练成功：已还原到临时文件夹、打开核对，并清除干净。'
              : '备份完好，逐页核对过。'}
            {contentsInWords(task.data)}
          </Verdict>
        )}
      </div>
      {restoring === null ? null : <RestoreQuestion copy={restoring} onKeep={() => setRestoring(null)} />}
    </section>
  )
}

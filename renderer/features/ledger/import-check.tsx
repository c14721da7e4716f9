import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { problemOfError } from '../../api/client.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { DifferenceList } from './difference-list.tsx'
import { FaultTable } from './fault-table.tsx'
import { ImportProgress } from './import-progress.tsx'
import { importRows } from './import-rows.ts'
import type { Upload } from './ledger-screen.tsx'
import { faultsOf, type LedgerSummary, noticesOf, rowsAccepted, rowsRefused, totalOf } from './ledger-words.ts'
import { SheetTable } from './sheet-table.tsx'
import type { Steps } from './step-progress.tsx'

/** One sentence on what the import would do. */
function verdictOf(summary: LedgerSummary): { tone: 'good' | 'warn' | 'info'; words: string } {
  const [created, updated, faults] = [
    totalOf(summary, 'created'),
    totalOf(summary, 'updated'),
    faultsOf(summary).length
  ]
  const gain = `新增 ${created} 条，更新 ${updated} 条`
  if (faults > 0)
    return {
      tone: 'warn',
      words: `${rowsRefused(summary)} 行有问题，共 ${faults} 处；其余 ${rowsAccepted(summary)} 行可以导入，会${gain}。`
    }
  if (created + updated === 0) return { tone: 'info', words: '读到的内容与本机已有的完全一样，没有要写入的。' }
  return { tone: 'good', words: `${rowsAccepted(summary)} 行全部可以导入，会${gain}。` }
}

/** What was left aside, told apart from faults: unknown heads and sheets, and sheets of a later release. */
function LeftAside({ summary }: { summary: LedgerSummary }) {
  const notices = noticesOf(summary)
  return (
    <>
      {notices.length === 0 ? null : (
        <Verdict tone="info">
          {notices.map((notice) => (
            <div key={`${notice.sheet} ${notice.column ?? ''}`}>{notice.message}</div>
          ))}
        </Verdict>
      )}
    </>
  )
}

type Props = { upload: Upload; onDone: (summary: LedgerSummary) => void; onAgain: () => void }

/** What the file would do, and the word to do it. The file is checked once more, and written all at once. */
export function ImportCheck({ upload: { id, name, summary }, onDone, onAgain }: Props) {
  const queries = useQueryClient()
  const [progress, setProgress] = useState<Steps | null>(null)
  const stop = useRef<AbortController | null>(null)
  const applying = useMutation({
    mutationFn: (mode: 'all' | 'accepted') => {
      stop.current = new AbortController()
      setProgress(null)
      return importRows({ id, mode }, stop.current.signal, setProgress)
    },
    onSuccess: async (written) => {
      onDone(written)
      await queries.invalidateQueries()
    }
  })
  const faults = faultsOf(summary)
  const verdict = verdictOf(summary)
  const accepted = rowsAccepted(summary)
  const nothing = totalOf(summary, 'created') + totalOf(summary, 'updated') === 0
  return (
    <section className="card ledger-check" aria-label={`${name}的检查结果`}>
      <header className="card-head">
        <h2 className="card-title">{name}</h2>
        <span className="quiet">还没有写入</span>
      </header>
      <div className="ledger-body">
        <Verdict tone={verdict.tone}>{verdict.words}</Verdict>
        <SheetTable summary={summary} />
        <LeftAside summary={summary} />
        {faults.length === 0 ? null : <FaultTable fileName={name} faults={faults} />}
        {totalOf(summary, 'updated') === 0 ? null : <DifferenceList id={id} count={totalOf(summary, 'updated')} />}
        {applying.isPending ? <ImportProgress progress={progress} onStop={() => stop.current?.abort()} /> : null}
        {applying.error === null ? null : stop.current?.signal.aborted ? (
          <Verdict tone="info">导入已停止，什么也没有写入。</Verdict>
        ) : (
          <Verdict tone="bad">{problemOfError(applying.error).message}</Verdict>
        )}
      </div>
      <footer className="ledger-foot">
        <Button
          type={faults.length === 0 && !nothing ? 'primary' : 'default'}
          loading={applying.isPending && applying.variables === 'all'}
          disabled={faults.length > 0 || nothing || applying.isPending}
          aria-describedby="import-all-reason"
          onClick={() => applying.mutate('all')}
        >
          全部导入
        </Button>
        {faults.length === 0 ? null : (
          <Button
            type="primary"
            loading={applying.isPending && applying.variables === 'accepted'}
            disabled={accepted === 0 || nothing || applying.isPending}
            onClick={() => applying.mutate('accepted')}
          >
            只导入无误的 {accepted} 行
          </Button>
        )}
        <Button type="text" onClick={onAgain}>
          先不导入
        </Button>
        <span className="note" id="import-all-reason">
          {faults.length > 0
            ? `有 ${faults.length} 处问题，改好后才能全部导入。`
            : nothing
              ? '没有可写入的内容。'
              : '更新的记录以台账为准；导入不会删除任何记录。'}
        </span>
      </footer>
    </section>
  )
}

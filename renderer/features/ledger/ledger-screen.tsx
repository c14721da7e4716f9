import './ledger.css'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client, fetchBytes, problemOfError } from '../../api/client.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { ImportCheck } from './import-check.tsx'
import { ImportDone } from './import-done.tsx'
import { LastImport } from './last-import.tsx'
import { ExportCard, FileCard, TemplateCard } from './ledger-cards.tsx'
import type { LedgerSummary } from './ledger-words.ts'
import { SheetGuide } from './sheet-guide.tsx'
import { useDrop } from './use-drop.ts'

export type Upload = { id: string; name: string; summary: LedgerSummary }

async function upload(file: File): Promise<Upload> {
  const answer: { id: string } = await (await fetchBytes('/ledger/upload', file)).json()
  return { id: answer.id, name: file.name, summary: await client.ledger.preview.query({ id: answer.id }) }
}

/** 导入与导出: a blank ledger to fill in, a filled one to check and take in, and everything out again. */
export function LedgerScreen() {
  const reading = useMutation({ mutationFn: upload })
  const [done, setDone] = useState<LedgerSummary | null>(null)
  const read = (file: File): void => {
    setDone(null)
    reading.mutate(file)
  }
  const again = (): void => {
    setDone(null)
    reading.reset()
  }
  const { over, handlers } = useDrop(reading.isPending ? null : read)
  const idle = !reading.isPending && reading.data === undefined
  useSayStatus(
    reading.isPending ? '正在读台账' : reading.data !== undefined && done === null ? '还没有写入任何内容' : ''
  )
  return (
    <div className={over ? 'page ledger-page over' : 'page ledger-page'} {...handlers}>
      <PageHead title="导入与导出" note="台账是一个 Excel 工作簿，一张工作表记一类内容" />
      <div className="ledger-scroll">
        <div className="ledger-cards">
          <TemplateCard />
          <FileCard busy={reading.isPending} main={reading.data === undefined} onFile={read} />
          <ExportCard />
        </div>
        {reading.isPending ? (
          <section className="card">
            <Loading lines={6} />
          </section>
        ) : null}
        {reading.error === null ? null : (
          <Verdict tone="bad">
            {reading.variables?.name}：{problemOfError(reading.error).message}没有写入任何内容。
          </Verdict>
        )}
        {reading.data !== undefined && done === null ? (
          <ImportCheck key={reading.data.id} upload={reading.data} onDone={setDone} onAgain={again} />
        ) : null}
        {idle || done !== null ? <LastImport /> : null}
        {idle ? <SheetGuide /> : null}
        {done === null ? null : <ImportDone name={reading.data?.name ?? ''} summary={done} onAgain={again} />}
      </div>
    </div>
  )
}

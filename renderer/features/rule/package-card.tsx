import { ExportOutlined, FolderOpenOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { builtInPackage } from '../../../shared/rulebook/rule-book.ts'
import { client, problemOfError, saveFile } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { type CheckedPackage, PackageCheck } from './package-check.tsx'
import type { Book } from './rule-row.tsx'

type Taken = Book['packages'][number]

function TakenLine({ taken, mayChange }: { taken: Taken; mayChange: boolean }) {
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const removing = useMutation({
    mutationFn: () => client.rule.removePackage.mutate({ id: taken.id }),
    onSuccess: () => queries.invalidateQueries()
  })
  return (
    <li>
      {taken.title}{' '}
      <span className="note">
        {taken.id}，{taken.issuedOn} 发布，{taken.rules.length} 条，{taken.takenOn} 导入
      </span>{' '}
      {mayChange ? (
        <button type="button" className="link" onClick={() => setAsking(true)}>
          删除这个包
        </button>
      ) : null}
      {asking ? (
        <Confirm
          title={`删除规则包“${taken.title}”？`}
          verb="删除规则包"
          keep="留着"
          busy={removing.isPending}
          refusal={removing.error === null ? undefined : problemOfError(removing.error).message}
          onConfirm={() => removing.mutate()}
          onKeep={() => setAsking(false)}
        >
          它带来的规则不再使用，会议、预警和学时回到其余的规则判断；本单位的规定不变。
        </Confirm>
      ) : null}
    </li>
  )
}

/** Chooses a package and shows what it would change; nothing is taken before somebody said yes. */
function useImport() {
  const queries = useQueryClient()
  const [checked, setChecked] = useState<CheckedPackage | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const checking = useMutation({
    mutationFn: async (file: File): Promise<CheckedPackage> => {
      const text = await file.text()
      return { text, ...(await client.rule.comparePackage.query({ text })) }
    },
    onSuccess: setChecked
  })
  const taking = useMutation({
    mutationFn: ({ text }: CheckedPackage) => client.rule.importPackage.mutate({ text }),
    onSuccess: async (_answer, { title }) => {
      setChecked(null)
      setDone(`已导入规则包“${title}”。`)
      await queries.invalidateQueries()
    }
  })
  const failed = checking.error ?? taking.error
  return {
    checked,
    done,
    busy: checking.isPending,
    taking: taking.isPending,
    faults: failed === null ? [] : problemOfError(failed).message.split('\n'),
    choose: (file: File) => {
      setChecked(null)
      setDone(null)
      taking.reset()
      checking.mutate(file)
    },
    take: (one: CheckedPackage) => taking.mutate(one),
    drop: () => setChecked(null)
  }
}

/** 规则包: which there are, out as a file, and in with the differences first. */
export function PackageCard({ book }: { book: Book }) {
  const mayChange = useRight('rules')
  const mayExport = useRight('records.write')
  const input = useRef<HTMLInputElement>(null)
  const importing = useImport()
  const exporting = useMutation({
    mutationFn: () => saveFile('/documents/rule/package.json', `规则包${book.today}.json`)
  })
  return (
    <section className="card" aria-label="规则包">
      <header className="card-head">
        <h2 className="card-title">规则包</h2>
        <span className="push" />
        {mayExport ? (
          <Button icon={<ExportOutlined />} loading={exporting.isPending} onClick={() => exporting.mutate()}>
            导出规则包
          </Button>
        ) : null}
        {mayChange ? (
          <Button icon={<FolderOpenOutlined />} loading={importing.busy} onClick={() => input.current?.click()}>
            导入规则包
          </Button>
        ) : null}
      </header>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="规则包文件"
        accept=".json,application/json"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) importing.choose(file)
        }}
      />
      <ul className="package-list">
        <li>
          {builtInPackage.title}{' '}
          <span className="note">
            {builtInPackage.id}，{builtInPackage.rules.length} 条
          </span>
        </li>
        {book.packages.map((taken) => (
          <TakenLine key={taken.id} taken={taken} mayChange={mayChange} />
        ))}
      </ul>
      <div className="package-notes">
        {exporting.error === null ? null : <Verdict tone="bad">{problemOfError(exporting.error).message}</Verdict>}
        {importing.done === null ? null : <Verdict tone="good">{importing.done}</Verdict>}
        {importing.faults.length === 0 ? null : (
          <Verdict tone="bad">
            <p>没有导入：</p>
            <ul>
              {importing.faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </Verdict>
        )}
      </div>
      {importing.checked === null ? null : (
        <PackageCheck
          checked={importing.checked}
          busy={importing.taking}
          onTake={importing.take}
          onDrop={importing.drop}
        />
      )}
    </section>
  )
}

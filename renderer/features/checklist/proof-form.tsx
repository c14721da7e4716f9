import { PaperClipOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { Proof } from '../../../shared/features/checklist/checklist.ts'
import { isDay } from '../../../shared/kernel/dates.ts'
import { attachmentKinds } from '../../../shared/features/attachment/attachment.ts'
import { client } from '../../api/client.ts'
import { putFile } from '../../app/attachment-upload.ts'
import { useChange } from '../../app/use-change.ts'
import { DayField } from '../../ui/day-field.tsx'
import { useEscape } from '../../ui/escape.ts'
import { faultAt } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'

type Props = { stored: Proof; onDone: () => void }

const accepted = [...attachmentKinds, 'jpeg'].map((kind) => `.${kind}`).join(',')

type FilesProps = { files: readonly File[]; onFiles: (files: readonly File[]) => void }

/** Files that will hang on the proof. */
function Files({ files, onFiles }: FilesProps) {
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <div className="proof-files">
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept={accepted}
        aria-label="材料的文件"
        onChange={(event) => {
          onFiles([...files, ...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <Button icon={<PaperClipOutlined />} onClick={() => chooser.current?.click()}>
        选文件
      </Button>
      {files.map((file, at) => (
        <span key={`${file.name} ${at}`} className="tag">
          {file.name}
          <button
            type="button"
            className="link"
            aria-label={`不放“${file.name}”`}
            onClick={() => onFiles(files.filter((_one, index) => index !== at))}
          >
            ×
          </button>
        </span>
      ))}
    </div>
  )
}

/** A proof to be filed: what it is, the day of the event, and its files. The day of filing is today's by itself. */
export function ProofForm({ stored, onDone }: Props) {
  const [proof, setProof] = useState(stored)
  const [files, setFiles] = useState<readonly File[]>([])
  useEscape(onDone)
  const save = useChange(async () => {
    const kept = await client.checklist.saveProof.mutate(proof)
    // Filed once: what is tried again goes to the same one.
    setProof(kept)
    for (const file of files) {
      await putFile(file, { record: 'proof', recordId: kept.id, keepOriginal: false }, () => undefined)
      setFiles((left) => left.filter((one) => one !== file))
    }
  }, onDone)
  const fault = (field: string): string | undefined => faultAt(save.problem, field)
  const isPlaced = ['title', 'happenedOn'].some((field) => fault(field) !== undefined)
  return (
    <form
      className="proof-form"
      aria-label={proof.part === null ? '放入材料' : `放入“${proof.part}”`}
      onSubmit={(event) => {
        event.preventDefault()
        if (proof.happenedOn === null || isDay(proof.happenedOn)) save.mutate()
      }}
    >
      <TextField
        {...{ id: 'proof-title', label: '材料', value: proof.title, maxLength: 100, autoFocus: true }}
        fault={fault('title')}
        onChange={(title) => setProof({ ...proof, title: title ?? '' })}
      />
      <DayField
        id="proof-day"
        label="发生日期"
        value={proof.happenedOn}
        hint="材料上写的日期；归档日期程序自己记今天"
        fault={fault('happenedOn')}
        onChange={(happenedOn) => setProof({ ...proof, happenedOn })}
      />
      {stored.id === '' ? <Files files={files} onFiles={setFiles} /> : null}
      {save.problem === null || isPlaced ? null : <Verdict tone="bad">{save.problem.message}</Verdict>}
      <div className="rectification-acts">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {stored.id === '' ? '放入材料' : '保存材料'}
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </form>
  )
}

import './attachments.css'
import { PaperClipOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, ConfigProvider } from 'antd'
import { useRef, useState } from 'react'
import { kindsInWords, sizeInWords } from '../../shared/features/attachment/attachment-rules.ts'
import {
  attachmentKinds,
  type AttachmentLine,
  attachmentLimits,
  type AttachmentRecord
} from '../../shared/features/attachment/attachment.ts'
import { api, problemOfError } from '../api/client.ts'
import { useRight } from '../api/me.ts'
import { Confirm } from '../ui/confirm.tsx'
import { Verdict } from '../ui/verdict.tsx'
import { AttachmentRow, isShown } from './attachment-row.tsx'
import { AttachmentViewer } from './attachment-viewer.tsx'
import { type Upload, useAttachments } from './use-attachments.ts'
import { useFileIntake } from './use-file-intake.ts'

const accepted = [...attachmentKinds, 'jpeg'].map((kind) => `.${kind}`).join(',')

const steps: Record<Exclude<Upload['state'], 'refused' | 'twice'>, string> = {
  waiting: '等待',
  shrinking: '正在缩小照片',
  storing: '正在存入'
}

/** Files on their way in; what was refused stays until it is put away. */
function Uploads({ uploads, onForget }: { uploads: readonly Upload[]; onForget: (id: number) => void }) {
  return (
    <div className="attachment-uploads" aria-live="polite">
      {uploads.map(({ id, name, state, sentence }) =>
        state === 'refused' || state === 'twice' ? (
          <Verdict key={id} tone={state === 'refused' ? 'bad' : 'warn'}>
            {sentence}{' '}
            <button type="button" className="link" onClick={() => onForget(id)}>
              知道了
            </button>
          </Verdict>
        ) : (
          <p key={id} className="note">{`${name}：${steps[state]}`}</p>
        )
      )}
    </div>
  )
}

type IntakeProps = {
  keepOriginal: boolean
  onKeepOriginal: (wanted: boolean) => void
  onFiles: (files: File[]) => void
}

function Intake({ keepOriginal, onKeepOriginal, onFiles }: IntakeProps) {
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <div className="attachment-intake">
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept={accepted}
        aria-label="附件文件"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <Button icon={<PaperClipOutlined />} onClick={() => chooser.current?.click()}>
        放入文件
      </Button>
      <Checkbox checked={keepOriginal} onChange={(event) => onKeepOriginal(event.target.checked)}>
        同时保留原图
      </Checkbox>
      <p className="note">
        {`也可以拖到这里，或复制后按 Ctrl V。能放${kindsInWords}，每个不超过 ${sizeInWords(attachmentLimits.file)}；照片缩到 ${attachmentLimits.photoSide} 像素以内。`}
      </p>
    </div>
  )
}

type RowsProps = {
  lines: readonly AttachmentLine[]
  record: AttachmentRecord
  recordId: string
  open: boolean
  mayWrite: boolean
  onChanged: () => void
}

function Rows({ lines, record, recordId, open, mayWrite, onChanged }: RowsProps) {
  const [shown, setShown] = useState<string | null>(null)
  const [leaving, setLeaving] = useState<AttachmentLine | null>(null)
  const order = useMutation(api.attachment.order.mutationOptions({ onSettled: onChanged }))
  const settled = (): void => {
    setLeaving(null)
    onChanged()
  }
  const remove = useMutation(api.attachment.remove.mutationOptions({ onSuccess: settled }))
  const ids = lines.map(({ id }) => id)
  const move = (from: number, by: -1 | 1): void => {
    const moved = ids[from]
    if (moved !== undefined)
      order.mutate({ record, id: recordId, ids: ids.toSpliced(from, 1).toSpliced(from + by, 0, moved) })
  }
  return (
    <>
      {order.error === null ? null : <Verdict tone="bad">{problemOfError(order.error).message}</Verdict>}
      <ul className="attachment-list">
        {lines.map((line, index) => (
          <AttachmentRow
            key={line.id}
            {...{ line, open, mayWrite }}
            isFirst={index === 0}
            isLast={index === lines.length - 1}
            onOpen={() => setShown(line.id)}
            onMove={(by) => move(index, by)}
            onRemove={() => setLeaving(line)}
            onSaved={onChanged}
          />
        ))}
      </ul>
      {shown === null ? null : (
        <AttachmentViewer lines={lines.filter(isShown)} id={shown} onTurn={setShown} onClose={() => setShown(null)} />
      )}
      {leaving === null ? null : (
        <Confirm
          title={`删除附件“${leaving.name}”？`}
          verb="删除附件"
          keep="留着"
          busy={remove.isPending}
          refusal={remove.error === null ? undefined : problemOfError(remove.error).message}
          onConfirm={() => remove.mutate({ id: leaving.id })}
          onKeep={() => {
            remove.reset()
            setLeaving(null)
          }}
        >
          {leaving.originalSize === null ? '删除后不能找回。' : '连同保留的原图一起删除，不能找回。'}
        </Confirm>
      )}
    </>
  )
}

type Props = { record: AttachmentRecord; recordId: string /** What the files are good for here. */; hint?: string }

/** 附件 of any record: photos, scans and documents in the encrypted store. Open where the form around it is locked. */
export function AttachmentCard({ record, recordId, hint }: Props) {
  const mayWrite = useRight('records.write')
  const { list, uploads, put, forget, refresh, keepOriginal, setKeepOriginal } = useAttachments(record, recordId)
  const { lines = [], closed = null, total = 0 } = list.data ?? {}
  const open = mayWrite && list.data !== undefined && closed === null
  const { zone, over } = useFileIntake(open, (files) => void put(files))
  return (
    <ConfigProvider componentDisabled={false}>
      <section ref={zone} className={over ? 'card attachments over' : 'card attachments'} aria-label="附件">
        <header className="card-head">
          <h2 className="card-title">附件</h2>
          <span className="note">
            {[lines.length === 0 ? '' : `${lines.length} 个`, hint ?? ''].filter((part) => part !== '').join('，')}
          </span>
          <span className="push" />
          {total === 0 ? null : <span className="note">{`全部附件共占 ${sizeInWords(total)}`}</span>}
        </header>
        <div className="card-body">
          {list.error === null ? null : <Verdict tone="bad">{problemOfError(list.error).message}</Verdict>}
          {closed === null ? null : <p className="note">{closed}</p>}
          {open ? (
            <Intake keepOriginal={keepOriginal} onKeepOriginal={setKeepOriginal} onFiles={(files) => void put(files)} />
          ) : null}
          <Uploads uploads={uploads} onForget={forget} />
          {lines.length === 0 ? null : (
            <Rows {...{ lines, record, recordId, open, mayWrite }} onChanged={() => void refresh()} />
          )}
        </div>
      </section>
    </ConfigProvider>
  )
}

/** How many attachments go with a record that is deleted, as a sentence; empty where there are none. */
export function useAttachmentLoss(record: AttachmentRecord, recordId: string): string {
  const list = useQuery(api.attachment.list.queryOptions({ record, id: recordId }))
  const count = list.data?.lines.length ?? 0
  return count === 0 ? '' : `放在这里的 ${count} 个附件也会删掉。`
}

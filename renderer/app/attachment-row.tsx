import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, DownloadOutlined, FileOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { sizeInWords } from '../../shared/features/attachment/attachment-rules.ts'
import { type AttachmentLine, isPhotoKind } from '../../shared/features/attachment/attachment.ts'
import { isDay } from '../../shared/kernel/dates.ts'
import { api, problemOfError, saveFile } from '../api/client.ts'
import { DayField } from '../ui/day-field.tsx'
import { faultAt } from '../ui/field.tsx'
import { TextField } from '../ui/inputs.tsx'
import { attachmentPath, usePicture } from './attachment-viewer.tsx'
import { onFlush } from './drafts.ts'

/** What can be shown in the page. */
export const isShown = ({ kind }: AttachmentLine): boolean => isPhotoKind(kind) || kind === 'pdf'

/** How long typing pauses before a caption or a day is kept. */
const pause = 800

/** Caption and day as they are typed; kept after a pause, on leaving the row and before a lock. */
function useDescription(line: AttachmentLine, onSaved: () => void) {
  const [typed, setTyped] = useState({ caption: line.caption, shownOn: line.shownOn })
  const kept = useRef(typed)
  const save = useMutation(api.attachment.describe.mutationOptions({ onSuccess: onSaved }))
  const flush = useRef(async (): Promise<void> => {})
  flush.current = async () => {
    const { caption, shownOn } = typed
    if (caption === kept.current.caption && shownOn === kept.current.shownOn) return
    if (shownOn !== null && !isDay(shownOn)) return
    kept.current = typed
    await save.mutateAsync({ id: line.id, caption, shownOn }).catch(() => undefined)
  }
  useEffect(() => {
    if (typed === kept.current) return
    const timer = setTimeout(() => void flush.current(), pause)
    return () => clearTimeout(timer)
  }, [typed])
  useEffect(() => {
    const done = onFlush(() => flush.current())
    return () => {
      done()
      void flush.current()
    }
  }, [])
  return {
    ...typed,
    change: (part: Partial<typeof typed>) => setTyped((old) => ({ ...old, ...part })),
    problem: save.error === null ? null : problemOfError(save.error)
  }
}

function Thumbnail({ line, onOpen }: { line: AttachmentLine; onOpen: () => void }) {
  const { url } = usePicture(line.hasPreview ? attachmentPath(line.id, 'preview') : null)
  const picture =
    url === null ? (
      <span className="attachment-kind">
        <FileOutlined /> {line.kind}
      </span>
    ) : (
      <img src={url} alt="" />
    )
  if (!isShown(line)) return <span className="attachment-thumbnail">{picture}</span>
  return (
    <button type="button" className="attachment-thumbnail" aria-label={`查看“${line.name}”`} onClick={onOpen}>
      {picture}
    </button>
  )
}

function Facts({ line }: { line: AttachmentLine }) {
  const sides = line.width === null ? '' : `${line.width} × ${line.height} 像素，`
  const original = line.originalSize === null ? '' : `，另存原图 ${sizeInWords(line.originalSize)}`
  return (
    <>
      <p className="attachment-name">{line.name}</p>
      <p className="note">{`${sides}${sizeInWords(line.size)}${original}`}</p>
      <p className="note">{`归档日期 ${line.filedOn}，${line.filedBy}`}</p>
      {line.alsoAt.length === 0 ? null : (
        <p className="attachment-also">{`同一个文件还放在：${line.alsoAt.join('；')}`}</p>
      )}
    </>
  )
}

type Props = {
  line: AttachmentLine
  /** Whether it may be changed, moved and deleted. */
  open: boolean
  mayWrite: boolean
  isFirst: boolean
  isLast: boolean
  onOpen: () => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  onSaved: () => void
}

/** One attachment: what it is, what is said of it, and what can be done with it. */
export function AttachmentRow({ line, open, mayWrite, isFirst, isLast, onOpen, onMove, onRemove, onSaved }: Props) {
  const description = useDescription(line, onSaved)
  const name = `“${line.name}”`
  const keep = (file: 'file' | 'original', as: string) => () => void saveFile(attachmentPath(line.id, file, 'save'), as)
  return (
    <li className="attachment-row">
      <Thumbnail line={line} onOpen={onOpen} />
      <div className="attachment-facts">
        <Facts line={line} />
      </div>
      <fieldset className="attachment-fields" disabled={!open} aria-label={name}>
        <TextField
          id={`caption-${line.id}`}
          label="说明"
          value={description.caption}
          maxLength={100}
          fault={faultAt(description.problem, 'caption')}
          onChange={(caption) => description.change({ caption })}
        />
        <DayField
          id={`shown-${line.id}`}
          label="显示日期"
          value={description.shownOn}
          fault={faultAt(description.problem, 'shownOn')}
          onChange={(shownOn) => description.change({ shownOn })}
        />
        {description.problem !== null && description.problem.field === undefined ? (
          <p className="field-fault">{description.problem.message}</p>
        ) : null}
      </fieldset>
      <div className="attachment-actions">
        {open ? (
          <>
            <Button
              icon={<ArrowUpOutlined />}
              aria-label={`上移${name}`}
              disabled={isFirst}
              onClick={() => onMove(-1)}
            />
            <Button
              icon={<ArrowDownOutlined />}
              aria-label={`下移${name}`}
              disabled={isLast}
              onClick={() => onMove(1)}
            />
          </>
        ) : null}
        {mayWrite ? (
          <Button icon={<DownloadOutlined />} aria-label={`把${name}存到文件`} onClick={keep('file', line.name)}>
            存到文件
          </Button>
        ) : null}
        {mayWrite && line.originalSize !== null ? (
          <Button aria-label={`把${name}的原图存到文件`} onClick={keep('original', `原图-${line.name}`)}>
            存原图
          </Button>
        ) : null}
        {open ? (
          <Button icon={<DeleteOutlined />} aria-label={`删除${name}`} onClick={onRemove}>
            删除
          </Button>
        ) : null}
      </div>
    </li>
  )
}

import { CloseOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { AttachmentLine } from '../../shared/features/attachment/attachment.ts'
import { fetchBytes, problemOfError } from '../api/client.ts'
import { Paper } from '../ui/paper.tsx'
import { Verdict } from '../ui/verdict.tsx'

/** The address of a part of an attachment. */
export const attachmentPath = (id: string, file: 'preview' | 'file' | 'original', use?: 'save' | 'print'): string =>
  `/documents/attachment/${id}/${file}${use === undefined ? '' : `?use=${use}`}`

/** A picture of the store as an address of the page; null while it is fetched. */
export function usePicture(path: string | null): { url: string | null; error: unknown } {
  const [shown, setShown] = useState<{ url: string | null; error: unknown }>({ url: null, error: null })
  useEffect(() => {
    setShown({ url: null, error: null })
    if (path === null) return
    let [stale, url] = [false, '']
    const show = async (): Promise<void> => {
      const blob = await (await fetchBytes(path)).blob()
      if (stale) return
      url = URL.createObjectURL(blob)
      setShown({ url, error: null })
    }
    show().catch((error: unknown) => {
      if (!stale) setShown({ url: null, error })
    })
    return () => {
      stale = true
      if (url !== '') URL.revokeObjectURL(url)
    }
  }, [path])
  return shown
}

function Photo({ line }: { line: AttachmentLine }) {
  const { url, error } = usePicture(attachmentPath(line.id, 'file'))
  if (error !== null) return <Verdict tone="bad">{problemOfError(error).message}</Verdict>
  return url === null ? null : <img className="viewer-photo" src={url} alt={line.caption ?? line.name} />
}

function Pdf({ line }: { line: AttachmentLine }) {
  const path = attachmentPath(line.id, 'file')
  const pdf = useQuery({ queryKey: ['attachment', path], queryFn: async () => (await fetchBytes(path)).arrayBuffer() })
  const printed = async (): Promise<ArrayBuffer> =>
    (await fetchBytes(attachmentPath(line.id, 'file', 'print'))).arrayBuffer()
  const warning = pdf.error === null ? null : problemOfError(pdf.error).message
  return <Paper title={line.name} bytes={pdf.data ?? null} printed={printed} warning={warning} startZoom={80} />
}

type Props = {
  /** Those that can be shown, in the order of the card. */
  lines: readonly AttachmentLine[]
  id: string
  onTurn: (id: string) => void
  onClose: () => void
}

/** One attachment large, with the next and the one before; Esc leaves. */
export function AttachmentViewer({ lines, id, onTurn, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const leave = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    leave.current?.focus()
    return () => element?.close()
  }, [])
  const at = lines.findIndex((one) => one.id === id)
  const line = lines[at]
  if (line === undefined) return null
  const turn = (by: number): void => {
    const next = lines[at + by]
    if (next !== undefined) onTurn(next.id)
  }
  return (
    <dialog
      ref={dialog}
      className="viewer"
      aria-label={`查看“${line.name}”`}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') turn(-1)
        if (event.key === 'ArrowRight') turn(1)
        if (event.key !== 'Escape') return
        // The form under it has a use for this key too.
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      <header className="viewer-bar">
        <strong className="viewer-name">{line.name}</strong>
        <span className="quiet viewer-name">{line.caption ?? ''}</span>
        <span className="push" />
        <span className="quiet">{`${at + 1} / ${lines.length}`}</span>
        <Button icon={<LeftOutlined />} aria-label="上一个" aria-disabled={at === 0} onClick={() => turn(-1)} />
        <Button
          icon={<RightOutlined />}
          aria-label="下一个"
          aria-disabled={at === lines.length - 1}
          onClick={() => turn(1)}
        />
        <Button ref={leave} icon={<CloseOutlined />} onClick={onClose}>
          关闭
        </Button>
      </header>
      <div className="viewer-body">
        {line.kind === 'pdf' ? <Pdf key={line.id} line={line} /> : <Photo key={line.id} line={line} />}
      </div>
    </dialog>
  )
}

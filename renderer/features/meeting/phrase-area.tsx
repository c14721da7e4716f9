import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Phrase, PhraseField } from '../../../shared/features/phrase/phrase.ts'
import { api, problemOfError } from '../../api/client.ts'
import { Kbd } from '../../ui/kbd.tsx'
import './phrase-area.css'

/** The text with a phrase put where the caret is, in place of what is selected. */
export const withPhrase = (text: string, from: number, to: number, phrase: string): string =>
  `${text.slice(0, from)}${phrase}${text.slice(to)}`

type ListProps = { field: PhraseField; chosen: string; onTake: (phrase: Phrase) => void; onClose: () => void }

/** 常用语 of a field, the most used first: arrows walk, Enter takes, Delete removes, Esc closes. */
function PhraseList({ field, chosen, onTake, onClose }: ListProps) {
  const queries = useQueryClient()
  const [typed, setTyped] = useState('')
  // Kept, so that it is there at once when Enter follows on Alt P.
  const list = useQuery({ ...api.phrase.list.queryOptions({ field }), gcTime: Number.POSITIVE_INFINITY })
  // The line that was pressed may be gone afterwards, and the focus with it.
  const renewed = {
    onSuccess: async () => {
      body.current?.querySelector('input')?.focus()
      await queries.invalidateQueries(api.phrase.list.queryFilter({ field }))
    }
  }
  const keep = useMutation(api.phrase.keep.mutationOptions(renewed))
  const remove = useMutation(api.phrase.remove.mutationOptions(renewed))
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The key that opened the list still belongs to the text box while it is being handled.
    const timer = setTimeout(() => body.current?.querySelector('input')?.focus())
    return () => clearTimeout(timer)
  }, [])
  // Before the list has come nobody knows what is new, and a list on its way would hide what is kept meanwhile.
  const mayKeep = chosen.trim() !== '' && list.data?.every(({ text }) => text !== chosen.trim()) === true
  const shown = (list.data ?? []).filter(({ text }) => text.includes(typed.trim()))
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const lines = [...(body.current?.querySelectorAll<HTMLElement>('input, .phrase-text') ?? [])]
    const at = lines.findIndex((line) => line.matches(':focus'))
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') onClose()
    else if (step !== undefined) lines.at((at + step) % lines.length)?.focus()
    else if (event.key === 'Enter' && at === 0 && shown[0] !== undefined) onTake(shown[0])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={body} className="phrases" role="dialog" aria-label="常用语" onKeyDown={press}>
      <Input
        size="small"
        aria-label="找常用语"
        placeholder="打几个字来找，回车用第一条"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {shown.map((phrase) => (
        <div key={phrase.id} className="phrase">
          <button type="button" className="phrase-text" onClick={() => onTake(phrase)}>
            {phrase.text}
          </button>
          <button
            type="button"
            className="link"
            aria-label={`删除常用语：${phrase.text}`}
            onClick={() => remove.mutate({ id: phrase.id })}
          >
            删除
          </button>
        </div>
      ))}
      {list.data !== undefined && shown.length === 0 ? (
        <p className="note">还没有常用语。写好一句，选中它再存。</p>
      ) : null}
      {mayKeep ? (
        <button type="button" className="link phrase-keep" onClick={() => keep.mutate({ field, text: chosen.trim() })}>
          {`把“${chosen.trim().slice(0, 16)}${chosen.trim().length > 16 ? '…' : ''}”存为常用语`}
        </button>
      ) : null}
      {keep.error === null ? null : <p className="field-fault">{problemOfError(keep.error).message}</p>}
    </div>
  )
}

type Props = {
  id: string
  field: PhraseField
  label: ReactNode
  rows: number
  value: string
  placeholder?: string
  onChange: (text: string) => void
  onKeyDown?: (event: KeyboardEvent) => void
}

/** A text with its label and the office's own phrases at hand: Alt P, or the words beside the label. */
export function PhraseArea({ id, field, label, rows, value, placeholder, onChange, onKeyDown }: Props) {
  const [at, setAt] = useState<{ from: number; to: number } | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const use = useMutation(api.phrase.use.mutationOptions())
  const area = (): HTMLTextAreaElement | null => box.current?.querySelector('textarea') ?? null
  const open = (): void =>
    setAt({ from: area()?.selectionStart ?? value.length, to: area()?.selectionEnd ?? value.length })
  const close = (caret: number | null): void => {
    setAt(null)
    requestAnimationFrame(() => {
      area()?.focus()
      if (caret !== null) area()?.setSelectionRange(caret, caret)
    })
  }
  const take = (phrase: Phrase): void => {
    if (at === null) return
    onChange(withPhrase(value, at.from, at.to, phrase.text))
    use.mutate({ id: phrase.id })
    close(at.from + phrase.text.length)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.altKey && event.code === 'KeyP' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      if (at === null) open()
      else close(null)
    } else onKeyDown?.(event)
  }
  return (
    <div className="phrase-area" ref={box}>
      <span className="phrase-label">
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        <button
          type="button"
          className="link"
          aria-expanded={at !== null}
          onClick={at === null ? open : () => close(null)}
        >
          常用语 <Kbd>Alt P</Kbd>
        </button>
      </span>
      {at === null ? null : (
        <PhraseList
          field={field}
          chosen={at.from === at.to ? value : value.slice(at.from, at.to)}
          onTake={take}
          onClose={() => close(null)}
        />
      )}
      <Input.TextArea
        id={id}
        rows={rows}
        className="grow"
        value={value}
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={press}
      />
    </div>
  )
}

import './block-editor.css'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useAutosave } from './autosave.ts'
import { SaveNote } from './save-note.tsx'

/** A part of a report: `text` as the records have it, `own` what somebody put in its place. */
type Block = { id: string; heading: string; text: string; own: string | null }

/** Where a text goes; null where the one from the records is to stand. */
export type BlockEdit = { block: string; text: string | null }

type Props = {
  block: Block
  /** 一、 and the like, before the heading. */
  number?: string
  locked: boolean
  ways: {
    send: (edit: BlockEdit, typed: number) => Promise<unknown>
    hold: (edit: BlockEdit, typed: number) => Promise<unknown>
  }
  /** Under a text that was changed. */
  changedNote?: string | null
  children?: ReactNode
}

/** One part of a report: written from the records until somebody changes it, and again when he takes that back. */
export function BlockEditor({ block, number = '', locked, ways, changedNote = null, children }: Props) {
  const [first] = useState(block.own ?? block.text)
  const [text, setText] = useState(first)
  const edit = (value: string): BlockEdit => ({
    block: block.id,
    text: value.trim() !== '' && value !== block.text ? value : null
  })
  const save = useAutosave(text, first, locked, {
    send: (value, typed) => ways.send(edit(value), typed),
    hold: (value, typed) => ways.hold(edit(value), typed)
  })
  const isChanged = text !== block.text
  return (
    <section className="own-block" aria-labelledby={`heading-${block.id}`}>
      <header className="own-block-head">
        <h2 id={`heading-${block.id}`}>
          <label htmlFor={`block-${block.id}`}>{`${number}${block.heading}`}</label>
        </h2>
        {isChanged ? <span className="tag amber">自己改过</span> : null}
        <span className="push">
          {locked || (save.at === null && save.problem === null) ? null : <SaveNote {...save} />}
        </span>
        {isChanged && !locked ? (
          <Button size="small" onClick={() => setText(block.text)}>
            改回程序写的
          </Button>
        ) : null}
      </header>
      <Input.TextArea
        id={`block-${block.id}`}
        className="grow"
        rows={4}
        maxLength={20_000}
        readOnly={locked}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {isChanged && changedNote !== null ? <p className="note">{changedNote}</p> : null}
      {children}
    </section>
  )
}

import './checklist-report.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api, client, type Outputs, problemOfError } from '../../api/client.ts'
import { useAutosave } from '../../app/autosave.ts'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import type { Desk, ListKey } from './checklist-words.ts'
import { SaveNote } from '../../app/save-note.tsx'

type Block = Outputs['checklist']['report'][number]
type Where = { organisationId: string; year: number; list: ListKey }

/** One part of the report: written from the records until somebody changes it, and again when he takes that back. */
function BlockEditor({ block, where, locked }: { block: Block; where: Where; locked: boolean }) {
  const queries = useQueryClient()
  const [first] = useState(block.own ?? block.text)
  const [text, setText] = useState(first)
  const edit = (value: string) => ({
    ...{ ...where, block: block.id },
    text: value.trim() !== '' && value !== block.text ? value : null
  })
  const save = useAutosave(text, first, locked, {
    send: async (value, typed) => {
      await client.checklist.saveBlock.mutate({ ...edit(value), typed })
      void queries.invalidateQueries()
    },
    hold: (value, typed) => client.checklist.holdBlock.mutate({ ...edit(value), typed })
  })
  const isChanged = text !== block.text
  return (
    <section className="report-block">
      <header className="dock-part-head">
        <h2>
          <label htmlFor={`block-${block.id}`}>{block.heading}</label>
        </h2>
        {isChanged ? <span className="tag amber">自己改过</span> : null}
        <span className="push">
          {locked || (save.at === null && save.problem === null) ? null : <SaveNote {...save} />}
        </span>
        {isChanged && !locked ? (
          <Button size="small" onClick={() => setText(block.text)}>
            用记录里的
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
      {isChanged && block.from.length > 0 ? (
        <p className="note">数字取自 {block.from.join('、')}，改动后请自己核对。</p>
      ) : null}
    </section>
  )
}

/** 自评报告 part by part, beside the paper. */
export function ReportBlocks({ desk, list }: { desk: Desk; list: ListKey }) {
  const where = { organisationId: desk.organisation.id, year: desk.year, list }
  const found = useQuery(api.checklist.report.queryOptions(where))
  if (found.error !== null)
    return <LoadFailure message={problemOfError(found.error).message} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Loading lines={8} />
  return (
    <div className="report-blocks">
      <p className="note">文字从记录里写出来，改了的自动保存，打印用改过的。</p>
      {found.data.map((block) => (
        <BlockEditor key={block.id} block={block} where={where} locked={!desk.may.write} />
      ))}
    </div>
  )
}

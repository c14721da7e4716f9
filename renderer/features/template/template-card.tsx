import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { TemplateFault } from '../../../shared/documents/template.ts'
import { api, client, fetchBytes, type Outputs, problemOfError, saveFile } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { FaultList } from './fault-list.tsx'
import { PlaceholderList } from './placeholder-list.tsx'

type Offered = Outputs['template']['list'][number]

const addressOf = ({ kind }: Offered, file: string): string => `/documents/template/${encodeURIComponent(kind)}${file}`

async function take(offered: Offered, file: File): Promise<TemplateFault[]> {
  const response = await fetchBytes(addressOf(offered, `?name=${encodeURIComponent(file.name)}`), file)
  const answer: { faults: TemplateFault[] } = await response.json()
  return answer.faults
}

function OwnTemplate({ offered, onTake }: { offered: Offered; onTake: () => void }) {
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const removing = useMutation({
    mutationFn: () => client.template.remove.mutate({ kind: offered.kind }),
    onSuccess: () => {
      setAsking(false)
      return queries.invalidateQueries()
    }
  })
  const { own } = offered
  return (
    <span className="template-acts">
      <button type="button" className="link" onClick={onTake}>
        {own === null ? '换成单位模板' : '换一个'}
      </button>
      {own === null ? null : (
        <>
          <button
            type="button"
            className="link"
            onClick={() => void saveFile(addressOf(offered, '/own.docx'), own.fileName)}
          >
            取回文件
          </button>
          <button type="button" className="link" onClick={() => setAsking(true)}>
            不用了
          </button>
        </>
      )}
      {asking ? (
        <Confirm
          title={`${offered.title}不再用单位模板？`}
          verb="改回本程序版式"
          keep="留着"
          busy={removing.isPending}
          refusal={removing.error === null ? undefined : problemOfError(removing.error).message}
          onConfirm={() => removing.mutate()}
          onKeep={() => setAsking(false)}
        >
          以后的 Word 文件按本程序的版式生成。模板文件会从档案库里删掉，需要时请先取回。
        </Confirm>
      ) : null}
    </span>
  )
}

function TemplateRow({ offered, mayChange }: { offered: Offered; mayChange: boolean }) {
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const taking = useMutation({
    mutationFn: (file: File) => take(offered, file),
    onSuccess: () => queries.invalidateQueries()
  })
  const faults = taking.data ?? []
  return (
    <li className="template-row">
      <div className="template-line">
        <strong>{offered.title}</strong>
        {offered.own === null ? (
          <span className="quiet">本程序版式</span>
        ) : (
          <span className="template-file">
            <span className="tag blue">单位模板</span> {offered.own.fileName}
            <span className="quiet">，{offered.own.takenOn} 换上</span>
          </span>
        )}
        <span className="push" />
        {mayChange ? <OwnTemplate offered={offered} onTake={() => input.current?.click()} /> : null}
        <button
          type="button"
          className="link"
          onClick={() => void saveFile(addressOf(offered, '/starter.docx'), `${offered.title}模板.docx`)}
        >
          下载起步模板
        </button>
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? '收起占位符' : '占位符'}
        </button>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept=".docx"
        aria-label={`选${offered.title}的模板文件`}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) taking.mutate(file)
        }}
      />
      {taking.isPending ? <Loading lines={1} /> : null}
      {taking.error === null ? null : <Verdict tone="bad">{problemOfError(taking.error).message}没有换上。</Verdict>}
      {taking.isSuccess && faults.length === 0 ? (
        <Verdict tone="good">模板没有问题，已换上。以后{offered.title}的 Word 文件按它生成。</Verdict>
      ) : null}
      {faults.length === 0 ? null : <FaultList fileName={taking.variables?.name ?? ''} faults={faults} />}
      {open ? <PlaceholderList offered={offered} /> : null}
    </li>
  )
}

/** 单位模板: the unit's own Word files for its papers, each with its placeholders and a file to begin from. */
export function TemplateCard() {
  const mayChange = useRight('program')
  const list = useQuery(api.template.list.queryOptions())
  const [more, setMore] = useState(false)
  return (
    <section className="card" aria-label="单位模板">
      <header className="card-head">
        <h2 className="card-title">单位模板</h2>
        <span className="quiet">单位有自己的表样，就换成它</span>
        <span className="push" />
        <Button type="link" onClick={() => setMore(!more)} aria-expanded={more}>
          怎么做模板
        </Button>
      </header>
      <div className="setting-body">
        {more ? (
          <ol className="template-steps">
            <li>下载起步模板，用 Word 或 WPS 打开，改成单位的样子；也可以打开单位现有的表样，存成 .docx。</li>
            <li>在要填内容的地方写占位符，例如 {'{{会议名称}}'}。</li>
            <li>表格里要按行重复的，在那一行写带点的占位符，例如 {'{{议题.决议}}'}，有几个议题就出几行。</li>
            <li>回到这里点“换成单位模板”。写错的占位符会指出在哪一段、哪一格，改好再选。</li>
          </ol>
        ) : null}
        <p className="note">单位模板用在 Word 文件上。预览、打印和 PDF 仍按本程序的版式。</p>
        {list.data === undefined ? (
          <Loading lines={6} />
        ) : (
          <ul className="template-list">
            {list.data.map((offered) => (
              <TemplateRow key={offered.kind} offered={offered} mayChange={mayChange} />
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

import './print-screen.css'
import { ArrowLeftOutlined, SaveOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { type MeetingPaper, meetingPaperNames, meetingPapers } from '../../../shared/features/meeting/meeting-papers.ts'
import { api, keepFile, type Outputs } from '../../api/client.ts'
import { ChoiceField, TextField } from '../../ui/inputs.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Paper } from '../../ui/paper.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { type Order, type Printed, type Steps, usePrintRun } from './print-run.ts'

type Line = Outputs['meeting']['list'][number]

const ways = { '合订成一个 PDF': 'bound', 每份一个文件: 'files' } as const
type Way = keyof typeof ways
const formatNames = { PDF: ['pdf'], Word: ['docx'], 'PDF 和 Word': ['pdf', 'docx'] } as const
type FormatName = keyof typeof formatNames

/** How many of the chosen meetings give each paper. */
const countOf = (lines: readonly Line[], paper: MeetingPaper): number =>
  lines.filter(({ papers }) => papers.includes(paper)).length

function PaperChoice({
  lines,
  chosen,
  onChange
}: {
  lines: readonly Line[]
  chosen: readonly MeetingPaper[]
  onChange: (papers: MeetingPaper[]) => void
}) {
  return (
    <fieldset className="print-choice">
      <legend className="field-label">印哪些材料</legend>
      {meetingPapers.map((paper) => {
        const count = countOf(lines, paper)
        return (
          <label key={paper} className="print-line">
            <input
              type="checkbox"
              disabled={count === 0}
              checked={count > 0 && chosen.includes(paper)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, paper] : chosen.filter((one) => one !== paper))
              }
            />
            {meetingPaperNames[paper]}
            <span className="quiet">{count} 份</span>
          </label>
        )
      })}
    </fieldset>
  )
}

function Running({ progress, onStop }: { progress: Steps; onStop: () => void }) {
  return (
    <div className="print-progress" role="status">
      <Progress
        percent={Math.floor((progress.done / Math.max(1, progress.total)) * 100)}
        aria-label="生成进度"
        strokeColor="#1f4a73"
      />
      <span className="note">
        已排好 {progress.done} 份，共 {progress.total} 份
      </span>
      <Button onClick={onStop}>停止</Button>
    </div>
  )
}

const missingWords = (missing: readonly string[]): string | null =>
  missing.length === 0 ? null : `字体里没有这些字，纸上印成〓：${missing.join('、')}。请打印后手写补上。`

function NoneChosen() {
  const navigate = useNavigate()
  return (
    <div className="print-empty">
      <p className="empty-title">还没有选会议</p>
      <p className="note">在“会议与活动”里勾选要打印的会议，再点“打印所选”。</p>
      <Button type="primary" onClick={() => void navigate('/meeting')}>
        去选会议
      </Button>
    </div>
  )
}

function Result({ printed, title }: { printed: Printed | null; title: string }) {
  if (printed === null)
    return <p className="print-empty">选好材料，点“生成”。合订的 PDF 会显示在这里，带书签，可以直接打印。</p>
  if (printed.kind === 'bound')
    return (
      <Paper
        title={title}
        bytes={printed.bytes}
        warning={missingWords(printed.missing)}
        startZoom={66}
        more={
          <Button
            icon={<SaveOutlined />}
            onClick={() => keepFile(new Blob([printed.bytes], { type: 'application/pdf' }), `${title}.pdf`)}
          >
            存为 PDF
          </Button>
        }
      />
    )
  return (
    <section className="card print-result" aria-label="写好的文件">
      <header className="card-head">
        <h2 className="card-title">写好了 {printed.files.length} 个文件</h2>
        <span className="quiet">{printed.folder}</span>
      </header>
      {printed.missing.length === 0 ? null : <Verdict tone="warn">{missingWords(printed.missing)}</Verdict>}
      <ol className="print-files">
        {printed.files.map((file) => (
          <li key={file}>{file}</li>
        ))}
      </ol>
    </section>
  )
}

/** Records in which facts clash, said before they are printed; printing them is not barred. */
function Checks({ ids }: { ids: string[] }) {
  const checks = useQuery({ ...api.meeting.checks.queryOptions({ ids }), enabled: ids.length > 0 })
  if (checks.data === undefined || checks.data.length === 0) return null
  return (
    <details className="print-checks">
      <summary>
        <span className="tag amber">{checks.data.length} 次会议有要核对的地方</span>
      </summary>
      <ul>
        {checks.data.map(({ id, title, organisation, says }) => (
          <li key={id}>
            <Link to={`/meeting/${id}`}>{`${organisation}，${title}`}</Link>
            {says.map((one) => (
              <p key={one} className="note">
                {one}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}

const idsOf = (state: unknown): string[] =>
  typeof state === 'object' && state !== null && 'ids' in state && Array.isArray(state.ids) ? state.ids.map(String) : []

/** 批量打印: papers of many meetings in one PDF with bookmarks, or a file each. */
export function PrintScreen() {
  const navigate = useNavigate()
  const ids = new Set(idsOf(useLocation().state))
  const list = useQuery(api.meeting.list.queryOptions({ organisationId: null, year: null }))
  const lines = (list.data ?? []).filter(({ id }) => ids.has(id)).toReversed()
  const [papers, setPapers] = useState<MeetingPaper[]>(['minutes', 'lecture', 'theme-day', 'sign-in'])
  const [way, setWay] = useState<Way>('合订成一个 PDF')
  const [oddStarts, setOddStarts] = useState(true)
  const [formatName, setFormatName] = useState<FormatName>('PDF 和 Word')
  const [folder, setFolder] = useState('')
  const run = usePrintRun()
  useEffect(() => {
    document.title = '批量打印 · 党务案头'
  }, [])
  const refs = lines.flatMap(({ id, papers: there }) =>
    meetingPapers
      .filter((paper) => papers.includes(paper) && there.includes(paper))
      .map((paper) => ({ record: 'meeting' as const, id, paper }))
  )
  const title = `会议材料合订（${refs.length}份）`
  const order: Order =
    ways[way] === 'bound'
      ? { kind: 'bound', title, oddStarts }
      : { kind: 'files', folder, formats: [...formatNames[formatName]] }
  return (
    <div className="page print-page">
      <PageHead
        title={
          <>
            <Button
              type="text"
              icon={<ArrowLeftOutlined />}
              aria-label="回到会议列表"
              onClick={() => void navigate('/meeting')}
            />
            批量打印
          </>
        }
        note={list.data === undefined ? '' : `选了 ${lines.length} 次会议，共 ${refs.length} 份材料`}
      />
      <div className="print-desk">
        <form
          className="card print-options"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void run.start(refs, order)
          }}
        >
          <PaperChoice lines={lines} chosen={papers} onChange={setPapers} />
          <ChoiceField
            id="print-way"
            label="怎样出"
            value={way}
            options={Object.keys(ways) as Way[]}
            onChange={setWay}
          />
          {ways[way] === 'bound' ? (
            <Checkbox checked={oddStarts} onChange={(event) => setOddStarts(event.target.checked)}>
              双面打印时每份从正面开始
            </Checkbox>
          ) : (
            <>
              <ChoiceField
                id="print-format"
                label="格式"
                value={formatName}
                options={Object.keys(formatNames) as FormatName[]}
                onChange={setFormatName}
              />
              <TextField
                id="print-folder"
                label="放到哪个文件夹"
                value={folder}
                fault={run.problem?.field === 'folder' ? run.problem.message : undefined}
                hint="写完整路径，例如 D:\党务材料。没有这个文件夹会新建；同名文件会换成新的。"
                onChange={(text) => setFolder(text ?? '')}
              />
            </>
          )}
          <Checks ids={lines.map(({ id }) => id)} />
          {run.progress === null ? (
            <Button type="primary" htmlType="submit" disabled={refs.length === 0}>
              生成
            </Button>
          ) : (
            <Running progress={run.progress} onStop={run.stop} />
          )}
          {run.problem === null || run.problem.field === 'folder' ? null : (
            <Verdict tone="bad">{run.problem.message}</Verdict>
          )}
          <p className="note">生成的材料会记入审计。</p>
        </form>
        {list.data !== undefined && lines.length === 0 ? (
          <NoneChosen />
        ) : (
          <Result printed={run.printed} title={title} />
        )}
      </div>
    </div>
  )
}

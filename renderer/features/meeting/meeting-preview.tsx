import { LinkOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { numbered } from '../../../shared/documents/numbering.ts'
import { type AgendaItem, meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { volumeName, volumeOf } from '../../../shared/features/pack/pack.ts'
import { fetchBytes, problemOfError, saveFile } from '../../api/client.ts'
import { useMenuCommand } from '../../app/menu-command.ts'
import { Paper } from '../../ui/paper.tsx'
import type { Mark } from '../../ui/paper-mark.ts'
import { useKeys } from '../../ui/keys.ts'
import { printPdf } from '../../ui/pdf.ts'
import type { Draft } from './meeting-draft.ts'

const papers = { 会议记录: 'minutes', 签到表: 'sign-in' } as const
type PaperName = keyof typeof papers

async function fetchPaper(path: string): Promise<{ bytes: ArrayBuffer; missing: string }> {
  const response = await fetchBytes(path)
  const missing = decodeURIComponent(response.headers.get('x-missing-characters') ?? '')
  return { bytes: await response.arrayBuffer(), missing }
}

const heading = (item: AgendaItem | undefined): string | null =>
  item === undefined ? null : numbered(1, item.number, item.title).slice(0, 20)

/** The agenda item under the pen, from its heading to the next one or to the signatures. */
function markOf(agenda: readonly AgendaItem[], active: number): Mark | null {
  const from = heading(agenda[active - 1])
  return from === null ? null : { from, to: heading(agenda[active]) ?? '主持人（签名）' }
}

/** The paper beside the form: what is stored is what is shown, and what is shown is what is printed. */
export function MeetingPreview({ draft, active }: { draft: Draft; active: number }) {
  const [name, setName] = useState<PaperName>('会议记录')
  const path = `/documents/meeting/${draft.meeting.id}/${papers[name]}`
  const paper = useQuery({
    queryKey: ['paper', path, draft.saved],
    queryFn: () => fetchPaper(`${path}.pdf`),
    placeholderData: (before) => before
  })
  const volume = volumeOf(draft.meeting.types)
  const warning =
    paper.error !== null
      ? problemOfError(paper.error).message
      : paper.data?.missing
        ? `字体里没有这些字，纸上印成〓：${paper.data.missing}。请打印后手写补上。`
        : null
  const printed = async (): Promise<ArrayBuffer> => {
    await draft.flush()
    return (await fetchBytes(`${path}.pdf?use=print`)).arrayBuffer()
  }
  const print = (): void => void printed().then(printPdf)
  useKeys({ 'Ctrl+P': print })
  useMenuCommand('print', print)
  return (
    <Paper
      title={name}
      bytes={paper.data?.bytes ?? null}
      warning={warning}
      printed={printed}
      onWord={() =>
        void draft.flush().then(() => saveFile(`${path}.docx`, `${meetingTitle(draft.meeting)}${name}.docx`))
      }
      mark={name === '会议记录' ? markOf(draft.meeting.agenda, active) : null}
      footer={
        <>
          <LinkOutlined /> 这份记录还会用在：材料包 {volume} 册“{volumeName(volume)}”、党员到会情况
        </>
      }
    >
      <Segmented
        aria-label="预览哪份材料"
        value={name}
        options={Object.keys(papers) as PaperName[]}
        onChange={setName}
      />
    </Paper>
  )
}

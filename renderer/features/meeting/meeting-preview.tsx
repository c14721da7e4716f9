import { LinkOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { volumeName, volumeOf } from '../../../shared/features/pack/pack.ts'
import { fetchBytes, problemOfError, saveFile } from '../../api/client.ts'
import { Paper } from '../../ui/paper.tsx'
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

/** The paper beside the form: what is stored is what is shown, and what is shown is what is printed. */
export function MeetingPreview({ draft }: { draft: Draft }) {
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
  useKeys({
    'Ctrl+P': () => {
      if (paper.data !== undefined) void printPdf(paper.data.bytes.slice(0))
    }
  })
  return (
    <Paper
      title={name}
      bytes={paper.data?.bytes ?? null}
      warning={warning}
      onWord={() =>
        void draft.flush().then(() => saveFile(`${path}.docx`, `${meetingTitle(draft.meeting)}${name}.docx`))
      }
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

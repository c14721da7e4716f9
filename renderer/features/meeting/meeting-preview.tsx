import { LinkOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { numbered } from '../../../shared/documents/numbering.ts'
import { type AgendaItem, meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import {
  type MeetingPaper,
  meetingPaperNames,
  papersOf,
  recordPaperOf
} from '../../../shared/features/meeting/meeting-papers.ts'
import { groupOfMeeting, usualScheme, volumeFor } from '../../../shared/features/pack/volume-scheme.ts'
import { api } from '../../api/client.ts'
import { PaperView } from '../../app/paper-view.tsx'
import type { Mark } from '../../ui/paper-mark.ts'
import type { Draft } from './meeting-draft.ts'

const heading = (item: AgendaItem | undefined): string | null =>
  item === undefined ? null : numbered(1, item.number, item.title).slice(0, 20)

/** The agenda item under the pen, from its heading to the next one or to the signatures. */
function markOf(agenda: readonly AgendaItem[], active: number): Mark | null {
  const from = heading(agenda[active - 1])
  return from === null ? null : { from, to: heading(agenda[active]) ?? '主持人（签名）' }
}

type Props = {
  draft: Draft
  active: number
  /** A text that was completed before, in place of the present one. */
  version: number | null
}

/** The paper beside the form: what is stored is what is shown, and what is shown is what is printed. */
export function MeetingPreview({ draft, active, version }: Props) {
  const { meeting } = draft
  const papers = papersOf(meeting)
  const [chosen, setChosen] = useState<MeetingPaper | null>(null)
  const record = recordPaperOf(meeting)
  const paper = chosen !== null && papers.includes(chosen) ? chosen : record
  const scheme = useQuery(api.pack.scheme.queryOptions())
  const volume = volumeFor(scheme.data ?? usualScheme, groupOfMeeting(meeting.types))
  return (
    <PaperView
      title={meetingPaperNames[paper]}
      path={`/documents/meeting/${meeting.id}/${paper}`}
      query={version === null ? '' : `version=${version}`}
      fileName={`${meetingTitle(meeting)}${meetingPaperNames[paper]}${version === null ? '' : `（第${version}稿）`}`}
      version={draft.saved}
      before={draft.flush}
      mark={paper === 'minutes' && version === null ? markOf(meeting.agenda, active) : null}
      footer={
        <>
          <LinkOutlined /> 这份记录还会用在：材料包 {volume.number} 册“{volume.name}”、党员到会情况
          {meeting.types.includes('民主评议党员') ? '、民主评议的测评日期和应到' : ''}
        </>
      }
    >
      <Select<MeetingPaper>
        aria-label="预览哪份材料"
        style={{ width: 166 }}
        value={paper}
        options={papers.map((value) => ({ value, label: meetingPaperNames[value] }))}
        onChange={setChosen}
      />
    </PaperView>
  )
}

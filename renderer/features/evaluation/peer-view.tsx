import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { isDay } from '../../../shared/kernel/dates.ts'
import { client } from '../../api/client.ts'
import { MeetingLinkField } from '../../app/meeting-link-field.tsx'
import { useChange } from '../../app/use-change.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Dock } from '../../ui/dock.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { type BegunDesk, type EntryLine, isEntered } from './evaluation-words.ts'
import { FindingNotes } from './finding-notes.tsx'
import { PeopleTable } from './people-table.tsx'
import { usePrintFile } from './print-file.ts'
import { SaveNote } from '../../app/save-note.tsx'
import { TextBox } from './text-box.tsx'
import { useEntry } from './use-entry.ts'

type Props = { desk: BegunDesk; today: string; open: string | null; onOpen: (memberId: string | null) => void }

/** When the 互评 was: from the minutes of its meeting, or a day alone. */
function PeerHead({ desk }: { desk: BegunDesk }) {
  const { id, base, quota, peerOn, peerMeetingId, finishedOn } = desk.evaluation
  const [day, setDay] = useState(peerOn)
  const locked = finishedOn !== null
  const save = useChange((head: { peerOn: string | null; peerMeetingId: string | null }) =>
    client.evaluation.save.mutate({ id, base, quota, ...head })
  )
  const keepDay = (on: string | null): void => {
    setDay(on)
    if (on === null || isDay(on)) save.mutate({ peerOn: on, peerMeetingId })
  }
  return (
    <section className="card evaluation-fields" aria-label="互评的会议">
      <MeetingLinkField
        id="peer-meeting"
        label="互评的会议"
        value={peerMeetingId}
        meetings={desk.meetings}
        disabled={locked}
        onChange={(meeting) => {
          const on = meeting?.date ?? day
          setDay(on)
          save.mutate({ peerOn: on !== null && isDay(on) ? on : null, peerMeetingId: meeting?.id ?? null })
        }}
      />
      {locked ? (
        <p className="note">{peerOn === null ? '没有填互评日期' : `互评日期 ${peerOn}`}</p>
      ) : (
        <DayField id="peer-on" label="互评日期" value={day} onChange={keepDay} />
      )}
      <div className="evaluation-says">
        <FindingNotes findings={desk.findings} fields={['peerOn']} />
        {save.problem === null ? null : <Verdict tone="bad">{save.problem.message}</Verdict>}
      </div>
    </section>
  )
}

type PanelProps = { line: EntryLine; desk: BegunDesk; today: string; onClose: () => void }

function PeerPanel({ line, desk, today, onClose }: PanelProps) {
  const { id, finishedOn } = desk.evaluation
  const locked = finishedOn !== null
  const { text, change, save } = useEntry(
    { id, memberId: line.memberId, today },
    { peerOpinions: line.entry.peerOpinions },
    locked
  )
  return (
    <Dock
      title={`对${line.name}的互评意见`}
      note={locked ? '等次已确定，不能改' : <SaveNote {...save} />}
      onClose={onClose}
    >
      <TextBox
        id="peer-opinions"
        label="互评意见"
        rows={14}
        locked={locked}
        hint="归纳着写，不写是谁说的；印在登记表“党员互评意见”栏"
        value={text.peerOpinions}
        onChange={(peerOpinions) => change({ peerOpinions })}
      />
    </Dock>
  )
}

/** 党员互评: the meeting it was at, and what was said about each. */
export function PeerView({ desk, today, open, onOpen }: Props) {
  const lines = desk.members.filter(isEntered)
  const chosen = lines.find(({ memberId }) => memberId === open)
  const written = lines.filter(({ entry }) => (entry.peerOpinions ?? '').trim() !== '').length
  const print = usePrintFile(desk.organisation.id, desk.evaluation.year)
  return (
    <>
      <PeerHead key={desk.evaluation.peerMeetingId ?? ''} desk={desk} />
      {print.problem === null ? null : <Verdict tone="bad">{print.problem.message}</Verdict>}
      <div className={chosen === undefined ? 'desk-grid' : 'desk-grid beside'}>
        <section className="card list-frame" aria-label="党员互评">
          <header className="card-head">
            <h2 className="card-title">党员互评</h2>
            <span className="note">
              写了意见 {written} / {lines.length}
            </span>
            <span className="push" />
            <Button
              type="primary"
              icon={<PrinterOutlined />}
              loading={print.isPending}
              onClick={() => print.mutate(`peer?copies=${Math.max(1, lines.length)}`)}
            >
              打印互评表，每人一份
            </Button>
          </header>
          <div className="list-scroll">
            <PeopleTable
              label="党员互评"
              lines={lines}
              open={open}
              onOpen={onOpen}
              columns={[{ head: '互评意见', text: true, cell: ({ entry }) => entry.peerOpinions ?? '' }]}
            />
          </div>
        </section>
        {chosen === undefined ? null : (
          <PeerPanel today={today} key={chosen.memberId} line={chosen} desk={desk} onClose={() => onOpen(null)} />
        )}
      </div>
    </>
  )
}

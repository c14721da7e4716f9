import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { isDay } from '../../../shared/kernel/dates.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { AfterPanel } from './after-panel.tsx'
import { type BegunDesk, type EntryLine, isEntered } from './evaluation-words.ts'
import { FollowUpList } from './follow-up-list.tsx'
import { PeopleTable } from './people-table.tsx'
import { usePrintFile } from './print-file.ts'

type Props = { desk: BegunDesk; today: string; open: string | null; onOpen: (memberId: string | null) => void }

const needsHelp = ({ entry }: EntryLine): boolean => entry.final === '基本合格' || entry.final === '不合格'

/** 帮教 in a word, for who needs it. */
function HelpState({ line }: { line: EntryLine }) {
  if (!needsHelp(line)) return null
  const { help } = line.entry
  if (help?.closedOn != null) return <span className="tag green">{help.closedOn} 结束</span>
  if (help?.helper == null) return <span className="tag amber">待定帮教人</span>
  return (
    <span className="tag blue">
      {help.helper.name}帮教{help.quarters.length === 0 ? '' : `，记了 ${help.quarters.length} 次`}
    </span>
  )
}

type TellProps = { desk: BegunDesk; untold: readonly EntryLine[]; today: string }

/** The day everybody who is not told yet was told, at once. */
function TellAll({ desk, untold, today }: TellProps) {
  const [day, setDay] = useState<string | null>(today)
  const tell = useChange((on: string) =>
    client.evaluation.saveEntries.mutate({
      id: desk.evaluation.id,
      changes: untold.map(({ memberId }) => ({ memberId, text: { toldOn: on } }))
    })
  )
  if (untold.length === 0) return null
  return (
    <div className="tell-all">
      <DayField id="tell-day" label="告知日期" value={day} onChange={setDay} />
      <Button
        type="primary"
        loading={tell.isPending}
        disabled={day === null || !isDay(day)}
        onClick={() => {
          if (day !== null) tell.mutate(day)
        }}
      >
        记已告知 {untold.length} 人
      </Button>
      {tell.problem === null ? null : <Verdict tone="bad">{tell.problem.message}</Verdict>}
    </div>
  )
}

/** What follows from the grades: telling, help, 组织处置 — computed from what is recorded, never stored. */
export function AfterView({ desk, today, open, onOpen }: Props) {
  const { evaluation, organisation, may } = desk
  const navigate = useNavigate()
  const print = usePrintFile(organisation.id, evaluation.year)
  const graded = desk.members.filter(isEntered).filter((line) => line.graded && line.entry.final !== null)
  const untold = graded.filter(({ entry }) => entry.toldOn === null)
  const chosen = graded.find(({ memberId }) => memberId === open)
  const disposalAt = (member: string | null): string =>
    `/disposal?${new URLSearchParams({
      ...{ organisation: organisation.id, year: `${evaluation.year}`, evaluation: evaluation.id },
      ...(member === null ? {} : { member })
    })}`
  if (graded.length === 0)
    return (
      <section className="card">
        <div className="empty">
          <p className="empty-title">等次还没有评定</p>
          <p className="note">评定以后，这里列出要告知谁、帮教谁、研究谁的组织处置，各在哪天以前。</p>
        </div>
      </section>
    )
  return (
    <>
      {print.problem === null ? null : <Verdict tone="bad">{print.problem.message}</Verdict>}
      <div className={chosen === undefined ? 'desk-grid after' : 'desk-grid after beside'}>
        <section className="card list-frame" aria-label="告知和帮教">
          <header className="card-head">
            <h2 className="card-title">告知和帮教</h2>
            <span className="note">
              已告知 {graded.length - untold.length} / {graded.length}
            </span>
            <span className="push" />
            {may.tally ? (
              <Button icon={<PrinterOutlined />} loading={print.isPending} onClick={() => print.mutate('notices')}>
                打印告知单
              </Button>
            ) : null}
          </header>
          <TellAll desk={desk} untold={untold} today={today} />
          <div className="list-scroll">
            <PeopleTable
              label="告知和帮教"
              lines={graded}
              open={open}
              onOpen={onOpen}
              columns={[
                { head: '评定等次', cell: ({ entry }) => entry.final },
                {
                  head: '告知日期',
                  cell: ({ entry }) => entry.toldOn ?? <span className="tag amber">没告知</span>
                },
                { head: '帮教', cell: (line) => <HelpState line={line} /> },
                { head: '本人意见', text: true, cell: ({ entry }) => entry.ownOpinion ?? '' }
              ]}
            />
          </div>
        </section>
        {chosen === undefined ? (
          <FollowUpList
            desk={desk}
            onOpen={onOpen}
            onDisposal={may.decide ? (member) => void navigate(disposalAt(member)) : null}
          />
        ) : (
          <AfterPanel
            key={chosen.memberId}
            line={chosen}
            desk={desk}
            isLow={needsHelp(chosen)}
            today={today}
            onPrint={() => print.mutate(`notices?member=${encodeURIComponent(chosen.memberId)}`)}
            onClose={() => onOpen(null)}
          />
        )}
      </div>
    </>
  )
}

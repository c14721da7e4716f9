import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { type BegunDesk, type EntryLine, isEntered } from './evaluation-words.ts'
import { PeopleTable } from './people-table.tsx'
import { usePrintFile } from './print-file.ts'
import { RemoveEvaluation } from './remove-evaluation.tsx'
import { SelfPanel } from './self-panel.tsx'

type Props = { desk: BegunDesk; today: string; open: string | null; onOpen: (memberId: string | null) => void }

const handedIn = ({ entry }: EntryLine): boolean => entry.selfOn !== null || (entry.selfReview ?? '').trim() !== ''

/** 个人自评: who has handed it in, and what he wrote. Space notes today for one, a button for all. */
export function SelfView({ desk, today, open, onOpen }: Props) {
  const { evaluation, organisation } = desk
  const lines = desk.members.filter(isEntered)
  const missing = lines.filter((line) => !handedIn(line))
  const newcomers = desk.members.length - lines.length
  const isFinal = evaluation.finishedOn !== null
  const note = useChange((days: readonly { memberId: string; selfOn: string | null }[]) =>
    client.evaluation.saveEntries.mutate({
      id: evaluation.id,
      changes: days.map(({ memberId, selfOn }) => ({ memberId, text: { selfOn } }))
    })
  )
  const takeIn = useChange(() => client.evaluation.takeIn.mutate({ id: evaluation.id }))
  const print = usePrintFile(organisation.id, evaluation.year)
  useKeys({ p: () => print.mutate('all'), P: () => print.mutate('all') })
  const toggle = (line: EntryLine, key: string): boolean => {
    if (key !== ' ' || isFinal) return false
    note.mutate([{ memberId: line.memberId, selfOn: line.entry.selfOn === null ? today : null }])
    return true
  }
  const chosen = lines.find(({ memberId }) => memberId === open)
  const problem = note.problem ?? takeIn.problem ?? print.problem
  return (
    <>
      {problem === null ? null : <Verdict tone="bad">{problem.message}</Verdict>}
      <div className={chosen === undefined ? 'desk-grid' : 'desk-grid beside'}>
        <section className="card list-frame" aria-label="个人自评">
          <header className="card-head">
            <h2 className="card-title">个人自评</h2>
            <span className="note">
              已交 {lines.length - missing.length} / {lines.length}，按 <Kbd>空格</Kbd> 记今天交
            </span>
            <span className="push" />
            {newcomers === 0 || isFinal ? null : (
              <Button loading={takeIn.isPending} onClick={() => takeIn.mutate()}>
                补进 {newcomers} 人
              </Button>
            )}
            <Button
              disabled={missing.length === 0 || isFinal}
              loading={note.isPending}
              onClick={() => note.mutate(missing.map(({ memberId }) => ({ memberId, selfOn: today })))}
            >
              全部已交
            </Button>
            <Button
              type="primary"
              icon={<PrinterOutlined />}
              loading={print.isPending}
              onClick={() => print.mutate('all')}
            >
              打印会前全部用表 <Kbd>P</Kbd>
            </Button>
          </header>
          <div className="list-scroll">
            <PeopleTable
              label="个人自评"
              lines={lines}
              open={open}
              onOpen={onOpen}
              onKey={toggle}
              columns={[
                {
                  head: '自评',
                  cell: (line) =>
                    handedIn(line) ? <span className="tag green">已交</span> : <span className="tag amber">没交</span>
                },
                { head: '交的日期', cell: ({ entry }) => entry.selfOn ?? '' },
                { head: '内容', text: true, cell: ({ entry }) => entry.selfReview ?? '' }
              ]}
            />
            {isFinal ? null : <RemoveEvaluation desk={desk} />}
          </div>
        </section>
        {chosen === undefined ? null : (
          <SelfPanel
            key={chosen.memberId}
            line={chosen}
            desk={desk}
            today={today}
            onPrint={() => print.mutate(`form?member=${encodeURIComponent(chosen.memberId)}`)}
            onClose={() => onOpen(null)}
          />
        )}
      </div>
    </>
  )
}

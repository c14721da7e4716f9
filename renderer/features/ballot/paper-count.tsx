import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { TextField } from '../../ui/inputs.tsx'
import type { CountView } from './ballot-words.ts'
import { CompareView } from './compare-view.tsx'
import { CountResult } from './count-result.tsx'
import { PileForm } from './pile-form.tsx'
import { TotalsView } from './totals-view.tsx'
import { TypingView } from './typing-view.tsx'

/** The second pass is somebody else's: two of the same would only repeat a mistake. */
function SecondPass({ count }: { count: CountView }) {
  const [clerk, setClerk] = useState<string | null>(null)
  const begin = useChange(() => client.ballot.beginPass.mutate({ id: count.id, clerk: clerk ?? '' }))
  const [first] = count.passes
  return (
    <form
      className="card pile-form"
      aria-label="第二遍"
      onSubmit={(event) => {
        event.preventDefault()
        begin.mutate()
      }}
    >
      <h2 className="card-title">第一遍录完了，换一个人再录一遍</h2>
      <p className="note">
        第一遍是{first?.clerk}录的，有效票 {first?.ballots} 张，整票作废 {first?.voided}{' '}
        张。第二遍从头录，两遍一致才能确认。程序只看填的姓名，不核实键盘前是谁，要真的换一个人来录。
      </p>
      <TextField
        id="second-clerk"
        label="第二遍谁录"
        autoFocus
        value={clerk}
        maxLength={50}
        fault={begin.problem?.message}
        onChange={setClerk}
      />
      <div className="actions">
        <Button type="primary" htmlType="submit" disabled={(clerk ?? '').trim() === ''} loading={begin.isPending}>
          开始录第二遍
        </Button>
      </div>
    </form>
  )
}

type Props = { count: CountView; title: string; clerk: string; onAgain: () => void }

/** Counting on paper: what came back, two passes by two people, the comparison, and the confirmed totals. */
export function PaperCount({ count, title, clerk, onAgain }: Props) {
  const [totals, setTotals] = useState(false)
  const [editing, setEditing] = useState(false)
  const pass = count.passes.findIndex(({ finished }) => !finished)
  if (count.confirmedOn !== null) return <CountResult count={count} />
  if (count.passes.length === 0)
    return <PileForm key={`${count.stopped}`} count={count} clerk={clerk} onDone={() => undefined} />
  if (editing || count.stopped) return <PileForm count={count} clerk={null} onDone={() => setEditing(false)} />
  if (pass < 0)
    return count.passes.length === 1 ? (
      <SecondPass count={count} />
    ) : (
      <CompareView count={count} onHead={() => setEditing(true)} />
    )
  return totals ? (
    <TotalsView key={pass} count={count} pass={pass} onTyping={() => setTotals(false)} />
  ) : (
    <TypingView
      key={pass}
      count={count}
      pass={pass}
      title={title}
      onTotals={() => setTotals(true)}
      onHead={() => setEditing(true)}
      onAgain={onAgain}
    />
  )
}

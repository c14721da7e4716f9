import { Button } from 'antd'
import { useState } from 'react'
import { scales } from '../../../shared/features/ballot/ballot.ts'
import { client } from '../../api/client.ts'
import { LeaveGuard } from '../../app/leave-guard.tsx'
import { useChange } from '../../app/use-change.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { BallotGrid } from './ballot-grid.tsx'
import { type CountView, markOfKey, shownLines } from './ballot-words.ts'
import { pressFocused } from './focused-button.ts'
import { RunningTally } from './running-tally.tsx'
import { stoppedWords } from './stopped-words.ts'
import { TypingFoot } from './typing-foot.tsx'
import { TypingHead } from './typing-head.tsx'
import { useFreshKeys } from './use-fresh-keys.ts'
import { type TypingDesk, useTyping } from './use-typing.ts'

type Props = {
  count: CountView
  pass: number
  title: string
  onTotals: () => void
  /** To 发出 and 收回. */
  onHead: () => void
  onAgain: () => void
}

/** Whole ballots in the totals of the pass as the engine said last, and how many came back. */
type Known = { known: number; returned: number }

type KeyWays = { asking: boolean; askVoid: () => void; hide: () => void; finish: () => void }

function useTypingKeys(desk: TypingDesk, { asking, askVoid, hide, finish }: KeyWays): void {
  // A key held after the last ballot does not end the pass unseen.
  useFreshKeys()
  const marks = Object.fromEntries(
    ['0', '1', '2', '3', '4'].map((key) => [
      key,
      () => {
        const mark = markOfKey(key)
        if (mark !== undefined) desk.press({ kind: 'mark', mark })
      }
    ])
  )
  useKeys(
    asking
      ? {}
      : {
          ...marks,
          ArrowLeft: () => desk.press({ kind: 'back' }),
          Enter: () => {
            if (pressFocused()) return
            if (desk.isFull) finish()
            else desk.press({ kind: 'next' })
          },
          F8: askVoid,
          F6: hide
        }
  )
}

/** The pass stopped: what is stored, what is not, and from which ballot on to type again. */
function StoppedNote({ desk, known, returned, onAgain }: Known & { desk: TypingDesk; onAgain: () => void }) {
  if (desk.problem === null) return null
  const { seen, changing } = desk.sent()
  const stored = desk.problem.code === 'unreachable' ? seen : known
  return (
    <div className="ballot-says">
      <Verdict
        tone="bad"
        aside={
          <Button size="small" onClick={onAgain}>
            读出已存的，接着录
          </Button>
        }
      >
        {desk.problem.message} 录入停住了：{stoppedWords({ put: desk.put, stored, returned, changing })}
      </Verdict>
    </div>
  )
}

/** 逐票录入: one ballot at a time, one key per line, with the running tally beside it. */
export function TypingView({ count, pass, title, onTotals, onHead, onAgain }: Props) {
  const own = count.passes[pass]
  const known = (own?.ballots ?? 0) + (own?.voided ?? 0)
  const returned = count.returned ?? 0
  const desk = useTyping({
    ...{ id: count.id, pass, known, corrected: own?.corrected ?? 0, returned, lines: count.lines.length }
  })
  const [asking, setAsking] = useState(false)
  const [hidden, setHidden] = useState(false)
  const grades = scales[count.scale]
  const number = desk.typing.correcting ? desk.put : Math.min(desk.put + 1, returned)
  const setAside = (): void => {
    if (desk.isMidway) setAsking(true)
    else desk.press({ kind: 'void' })
  }
  const finish = useChange(async () => {
    await desk.flush()
    await client.ballot.finishPass.mutate({ id: count.id, pass })
  })
  const end = (): void => {
    if (!finish.isPending && desk.problem === null && desk.put === returned) finish.mutate()
  }
  useTypingKeys(desk, { asking, askVoid: setAside, hide: () => setHidden(!hidden), finish: end })
  return (
    <div className="ballot-desk">
      <section className="card ballot-entry" aria-label="录票">
        <TypingHead desk={desk} count={count} pass={pass} number={number} onVoid={setAside} />
        <p className="ballot-keys">
          {grades.map((grade, at) => (
            <span key={grade}>
              <Kbd>{`${at + 1}`}</Kbd> {grade}
            </span>
          ))}
          <span>
            <Kbd>0</Kbd> 空白或多选
          </span>
          <span className="push note">按一键自动到下一行</span>
        </p>
        <StoppedNote desk={desk} known={known} returned={returned} onAgain={onAgain} />
        <div className="ballot-scroll">
          <BallotGrid
            label={title}
            lines={shownLines(count.lines)}
            grades={grades}
            marks={desk.typing.marks}
            at={desk.typing.at}
            blankWord="空白"
            locked={desk.isFull || desk.problem !== null}
            onMark={desk.markAt}
          />
        </div>
        <TypingFoot
          desk={desk}
          count={count}
          pass={pass}
          finish={{ isPending: finish.isPending, fault: finish.problem?.message ?? null, run: end }}
          onAgain={onAgain}
        />
      </section>
      <RunningTally
        count={count}
        pass={pass}
        put={desk.put}
        hidden={hidden}
        onHide={() => setHidden(!hidden)}
        onHead={onHead}
      >
        {known === 0 && desk.put === 0 && !desk.isMidway ? (
          <button type="button" className="link" onClick={onTotals}>
            已经用正字数好了，按人录合计
          </button>
        ) : null}
      </RunningTally>
      <LeaveGuard
        unsaved={desk.isMidway}
        title="这张票还没录完"
        words={`第 ${number} 张录了 ${desk.typing.marks.length} 行，离开就不算；前面录完的都已存下。`}
      />
      {asking ? (
        <Confirm
          title={`整票作废第 ${number} 张？`}
          verb="作废这张票"
          keep="继续录"
          onConfirm={() => {
            setAsking(false)
            desk.press({ kind: 'void' })
          }}
          onKeep={() => setAsking(false)}
        >
          这张票已录的 {desk.typing.marks.length} 行会清掉，收回票数不变，有效票少 1 张。
        </Confirm>
      ) : null}
    </div>
  )
}

import { RollbackOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
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
import { type CountView, markOfKey, passNames, shownLines } from './ballot-words.ts'
import { RunningTally } from './running-tally.tsx'
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

/** Enter on a button that was reached by Tab presses that button. */
function onFocusedButton(): boolean {
  const now = document.activeElement
  if (!(now instanceof HTMLButtonElement) || now.closest('.ballot-grid') !== null) return false
  now.click()
  return true
}

function useTypingKeys(desk: TypingDesk, asking: boolean, askVoid: () => void, hide: () => void): void {
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
            if (!onFocusedButton()) desk.press({ kind: 'next' })
          },
          F8: askVoid,
          F6: hide
        }
  )
}

/** What stands under the ballot: how far it is, or that all are in. */
function Foot({ desk, lines, count, pass }: { desk: TypingDesk; lines: number; count: CountView; pass: number }) {
  const finish = useChange(async () => {
    await desk.flush()
    await client.ballot.finishPass.mutate({ id: count.id, pass })
  })
  if (desk.isFull)
    return (
      <footer className="ballot-foot">
        <span>收回的 {count.returned} 张都录了，核对无误就结束这一遍</span>
        <span className="push" />
        {finish.problem === null ? null : <span className="field-fault">{finish.problem.message}</span>}
        <Button type="primary" loading={finish.isPending} onClick={() => finish.mutate()}>
          录完{passNames[pass]}
        </Button>
      </footer>
    )
  const done = desk.typing.marks.length
  return (
    <footer className="ballot-foot">
      <span>
        本张已录 {done} / {lines} 行
      </span>
      <Progress percent={lines === 0 ? 0 : (100 * done) / lines} showInfo={false} size="small" aria-label="本张进度" />
      <Button size="small" disabled={!desk.isDone} onClick={() => desk.press({ kind: 'next' })}>
        换下一张 <Kbd>Enter</Kbd>
      </Button>
    </footer>
  )
}

/** 逐票录入: one ballot at a time, one key per line, with the running tally beside it. */
export function TypingView({ count, pass, title, onTotals, onHead, onAgain }: Props) {
  const own = count.passes[pass]
  const known = (own?.ballots ?? 0) + (own?.voided ?? 0)
  const returned = count.returned ?? 0
  const desk = useTyping({ id: count.id, pass, known, returned, lines: count.lines.length })
  const [asking, setAsking] = useState(false)
  const [hidden, setHidden] = useState(false)
  const grades = scales[count.scale]
  const number = desk.typing.correcting ? desk.put : Math.min(desk.put + 1, returned)
  const setAside = (): void => {
    if (desk.isMidway) setAsking(true)
    else desk.press({ kind: 'void' })
  }
  useTypingKeys(desk, asking, setAside, () => setHidden(!hidden))
  return (
    <div className="ballot-desk">
      <section className="card ballot-entry" aria-label="录票">
        <header className="card-head">
          <h2 className="card-title ballot-title" aria-live="polite">
            {desk.isFull
              ? `${passNames[pass]}已录满`
              : desk.typing.correcting
                ? `改第 ${number} 张`
                : `正在录第 ${number} 张`}
          </h2>
          <span className="note">
            {passNames[pass]}，{own?.clerk}录，共收回 {returned} 张
          </span>
          <span className="push" />
          <Button
            icon={<RollbackOutlined />}
            onClick={(event) => {
              event.currentTarget.blur()
              desk.press({ kind: 'back' })
            }}
          >
            退回上一行 <Kbd>←</Kbd>
          </Button>
          <Button disabled={desk.isFull} onClick={setAside}>
            整票作废 <Kbd>F8</Kbd>
          </Button>
        </header>
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
        {desk.problem === null ? null : (
          <div className="ballot-says">
            <Verdict
              tone="bad"
              aside={
                <Button size="small" onClick={onAgain}>
                  读出已存的，接着录
                </Button>
              }
            >
              {desk.problem.message} 录入停住了，已存的都在；这一张没有记，请从纸票重录。
            </Verdict>
          </div>
        )}
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
        <Foot desk={desk} lines={count.lines.length} count={count} pass={pass} />
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

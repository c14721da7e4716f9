import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type Mark, scales } from '../../../shared/features/ballot/ballot.ts'
import { client, problemOfError } from '../../api/client.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { BallotGrid } from './ballot-grid.tsx'
import { type BoxDesk, markOfKey, shownLines } from './ballot-words.ts'
import { pressFocused } from './focused-button.ts'
import { isUntouched, marked, marksToCast, moved, newBallot, unmarked } from './kiosk-ballot.ts'
import { KioskCheck } from './kiosk-check.tsx'
import { useIdle } from './use-idle.ts'

/** How long a half-filled ballot stays for a voter who has gone, in milliseconds. */
const patience = 90_000
/** So many names stand in one column. */
const oneColumn = 12

type Props = {
  box: BoxDesk
  code: string
  onCast: () => void
  /** Back to the code, with the reason where the ballot was refused. */
  onBack: (said: string | null) => void
}

/** The ballot itself: marked by key or mouse, looked over, put in. */
export function KioskVote({ box, code, onCast, onBack }: Props) {
  const [ballot, setBallot] = useState(() => newBallot(box.lines.length))
  const [checking, setChecking] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const cast = useMutation({
    mutationFn: () => client.ballot.cast.mutate({ code, marks: marksToCast(ballot) }),
    onSuccess: onCast,
    onError: (error) => {
      const { code: why, message } = problemOfError(error)
      if (why === 'slip-used' || why === 'slip-unknown') onBack(message)
    }
  })
  useIdle(patience, () => onBack('刚才的票没有投，已经清掉。要投的请重新输投票码。'))
  const put = (at: number, mark: Mark): void => setBallot((old) => marked(old, at, mark))
  const keys = Object.fromEntries(
    ['0', '1', '2', '3', '4'].map((key) => [
      key,
      () => {
        const mark = markOfKey(key)
        setBallot((old) => (mark === undefined || old.at >= old.marks.length ? old : marked(old, old.at, mark)))
      }
    ])
  )
  const back = (): void => setBallot((old) => moved(old, -1))
  const on = (): void => setBallot((old) => moved(old, 1))
  const look = (): void => {
    if (!pressFocused()) setChecking(true)
  }
  /** What was marked is not thrown away by a slip of the finger. */
  const leave = (): void => {
    if (isUntouched(ballot)) onBack(null)
    else setLeaving(true)
  }
  const walking = { ArrowUp: back, ArrowLeft: back, ArrowDown: on, ArrowRight: on }
  useKeys(
    checking ? { Escape: () => setChecking(false) } : leaving ? {} : { ...keys, ...walking, Enter: look, Escape: leave }
  )
  const grades = scales[box.scale]
  const lines = shownLines(box.lines)
  const half = lines.length > oneColumn ? Math.ceil(lines.length / 2) : lines.length
  const columns = [lines.slice(0, half), lines.slice(half)].filter((part) => part.length > 0)
  const left = unmarked(ballot)
  if (checking)
    return (
      <KioskCheck
        grades={grades}
        ballot={ballot}
        busy={cast.isPending}
        problem={cast.error === null ? null : problemOfError(cast.error).message}
        onCast={() => cast.mutate()}
        onEdit={() => setChecking(false)}
      />
    )
  return (
    <div className="kiosk-vote">
      <p className="ballot-keys">
        {grades.map((grade, at) => (
          <span key={grade}>
            <Kbd>{`${at + 1}`}</Kbd> {grade}
          </span>
        ))}
        <span>
          <Kbd>0</Kbd> 空白
        </span>
        <span className="push note">按一键自动到下一行，也可以用鼠标点</span>
      </p>
      <div className="kiosk-columns">
        {columns.map((part, at) => (
          <BallotGrid
            key={part[0]?.line.key}
            label={columns.length === 1 ? '测评票' : `测评票，第 ${at + 1} 栏`}
            lines={part}
            grades={grades}
            marks={ballot.marks}
            at={ballot.at}
            blankWord="空白"
            onMark={put}
          />
        ))}
      </div>
      <footer className="kiosk-foot">
        <span aria-live="polite">{left === 0 ? '都填好了' : `还有 ${left} 行没填`}</span>
        <span className="push" />
        <Button size="large" onClick={leave}>
          不投了，换人 <Kbd>Esc</Kbd>
        </Button>
        <Button type="primary" size="large" onClick={() => setChecking(true)}>
          填好了，看一遍 <Kbd>Enter</Kbd>
        </Button>
      </footer>
      {leaving ? (
        <Confirm
          title="不投了，换人？"
          verb="清掉这张票，换人"
          keep="接着填"
          onConfirm={() => onBack(null)}
          onKeep={() => setLeaving(false)}
        >
          填了的都清掉，不进票箱；纸条没有用掉，以后还能来投。
        </Confirm>
      ) : null}
    </div>
  )
}

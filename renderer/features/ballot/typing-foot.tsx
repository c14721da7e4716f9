import { Button, Progress } from 'antd'
import { Kbd } from '../../ui/kbd.tsx'
import { type CountView, passNames } from './ballot-words.ts'
import { RedoPass } from './redo-pass.tsx'
import type { TypingDesk } from './use-typing.ts'

type Props = {
  desk: TypingDesk
  count: CountView
  pass: number
  finish: { isPending: boolean; fault: string | null; run: () => void }
  onAgain: () => void
}

/** More ballots in the totals than came back, after 收回 was put right: the pass can only be typed anew. */
const TooMany = ({ desk, count, pass, onAgain }: Omit<Props, 'finish'>) => (
  <footer className="ballot-foot">
    <span>
      录了 {desk.put} 张，比收回的 {count.returned} 张多；收回没有填错的，这一遍重录
    </span>
    <span className="push" />
    <RedoPass count={count} pass={pass} onDone={onAgain} />
  </footer>
)

/** What stands under the ballot: how far it is, or that all are in. */
export function TypingFoot({ desk, count, pass, finish, onAgain }: Props) {
  if (desk.isFull && desk.put > (count.returned ?? 0))
    return <TooMany desk={desk} count={count} pass={pass} onAgain={onAgain} />
  if (desk.isFull)
    return (
      <footer className="ballot-foot">
        <span>收回的 {count.returned} 张都录了，核对无误就结束这一遍</span>
        <span className="push" />
        {finish.fault === null ? null : <span className="field-fault">{finish.fault}</span>}
        <Button type="primary" disabled={desk.problem !== null} loading={finish.isPending} onClick={finish.run}>
          录完{passNames[pass]} <Kbd>Enter</Kbd>
        </Button>
      </footer>
    )
  const [done, lines] = [desk.typing.marks.length, count.lines.length]
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

import type { CountView } from './ballot-words.ts'
import { BoxClosed } from './box-closed.tsx'
import { BoxOpen } from './box-open.tsx'
import { BoxResult } from './box-result.tsx'
import { BoxSetUp } from './box-set-up.tsx'
import { CountResult } from './count-result.tsx'

/** Voting on this PC: the box is set up, open, closed, counted, and gone once the totals are confirmed. */
export function BoxView({ count }: { count: CountView }) {
  const { box, confirmedOn } = count
  if (confirmedOn !== null) return <CountResult count={count} />
  if (box === null) return <BoxSetUp count={count} />
  if (box.state === 'open') return <BoxOpen count={count} box={box} />
  if (box.state === 'closed' || count.stopped) return <BoxClosed count={count} box={box} />
  return <BoxResult count={count} />
}

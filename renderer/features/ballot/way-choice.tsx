import { DesktopOutlined, FileTextOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Count } from '../../../shared/features/ballot/ballot.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { Verdict } from '../../ui/verdict.tsx'
import type { PileView } from './ballot-words.ts'

type Pile = Pick<Count, 'owner' | 'ownerId' | 'part'>

/** Nobody has begun: on paper by two clerks, or voted on this PC. */
export function WayChoice({ pile, view }: { pile: Pile; view: PileView }) {
  const begin = useChange((way: Count['way']) => client.ballot.begin.mutate({ ...pile, way }))
  if (view.settled)
    return (
      <section className="card empty">
        <p className="empty-title">等次已经确定</p>
        <p className="note">票数不能再改。要重新计票，先由书记或组织委员重新打开评定。</p>
      </section>
    )
  return (
    <>
      {begin.problem === null ? null : <Verdict tone="bad">{begin.problem.message}</Verdict>}
      <div className="way-choice">
        <section className="card" aria-label="纸票计票">
          <h2>
            <FileTextOutlined /> 纸票计票
          </h2>
          <p>
            发纸票、收纸票，两个人各录一遍，两遍一致才算数。一人一个键，{view.people} 人一张票十几下；也可以按人录合计。
          </p>
          <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate('paper')}>
            用纸票计票
          </Button>
        </section>
        <section className="card" aria-label="本机投票">
          <h2>
            <DesktopOutlined /> 本机投票
          </h2>
          <p>每人抽一张投票码条，轮流到这台电脑上投。投完以后，计票人和监票人两个口令一起才能开箱。</p>
          <Button loading={begin.isPending} onClick={() => begin.mutate('desk')}>
            在这台电脑上投票
          </Button>
        </section>
      </div>
    </>
  )
}

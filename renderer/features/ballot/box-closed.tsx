import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { faultAt } from '../../ui/field.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { CountView } from './ballot-words.ts'
import { BoxWords } from './box-words.tsx'
import { drawnFault } from './drawn-fault.ts'
import { DrawnField } from './drawn-field.tsx'
import { SecretFields } from './secret-fields.tsx'

type Props = { count: CountView; again?: boolean }

/** 开箱计票 with both secrets; nothing is known of the votes before. */
export function OpenBoxForm({ count, again = false }: Props) {
  const [secrets, setSecrets] = useState({ counter: '', teller: '' })
  const open = useChange(
    () => client.ballot.countBox.mutate({ id: count.id, secrets }),
    () => setSecrets({ counter: '', teller: '' })
  )
  const fault = (field: string): string | undefined => faultAt(open.problem, field)
  const placed = fault('counter') !== undefined || fault('teller') !== undefined
  return (
    <form
      className="card pile-form"
      aria-label="开箱计票"
      onSubmit={(event) => {
        event.preventDefault()
        open.mutate()
      }}
    >
      <h2 className="card-title">{again ? '再开一次箱，核对结果' : '开箱计票'}</h2>
      <p className="note">
        抽出 {count.issued} 张，投了 {count.returned} 张。计票人和监票人各输各的口令。
      </p>
      <SecretFields value={secrets} onChange={setSecrets} faultOf={fault} />
      {open.problem === null || placed ? null : <Verdict tone="bad">{open.problem.message}</Verdict>}
      <div className="actions">
        <Button
          type={again ? 'default' : 'primary'}
          htmlType="submit"
          disabled={secrets.counter === '' || secrets.teller === ''}
          loading={open.isPending}
        >
          {again ? '再数一遍' : '开箱计票'}
        </Button>
      </div>
    </form>
  )
}

/** The number of slips that were drawn, put right. */
function DrawnForm({ count, box }: ClosedProps) {
  const { id, issued, returned, teller } = count
  const [drawn, setDrawn] = useState(issued)
  const save = useChange(() => client.ballot.head.mutate({ id, issued: drawn, returned, teller }))
  const ready = drawn !== null && drawn !== issued && drawnFault(drawn, box) === undefined
  return (
    <form
      className="card pile-form"
      aria-label="抽出的码条"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) save.mutate()
      }}
    >
      <h2 className="card-title">码条数错了</h2>
      <div className="box-close">
        <DrawnField box={box} value={drawn} refused={save.problem?.message} onChange={setDrawn} />
        <Button htmlType="submit" disabled={!ready} loading={save.isPending}>
          改抽出数
        </Button>
      </div>
    </form>
  )
}

type ClosedProps = { count: CountView; box: NonNullable<CountView['box']> }

/** The vote is over and the box is closed. More votes than slips drawn: it is void, unless the slips were counted wrongly. */
export function BoxClosed({ count, box }: ClosedProps) {
  return (
    <div className="box-desk">
      <div className="box-forms">
        {count.stopped ? (
          <Verdict tone="bad">
            投出 {count.returned} 张，比抽出的 {count.issued} 张码条多，这次投票无效。先核对抽出了几张；没有数错的，选
            “重新计票”清掉，重新设箱、重新投票。
          </Verdict>
        ) : (
          <OpenBoxForm count={count} />
        )}
        <DrawnForm key={`${count.issued}`} count={count} box={box} />
      </div>
      <BoxWords />
    </div>
  )
}

import { Button } from 'antd'
import { useState } from 'react'
import { isVoid } from '../../../shared/features/ballot/ballot.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { faultAt } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { CountView } from './ballot-words.ts'

type Props = {
  count: CountView
  /** Who types the pass that begins with it; null where a pass is open already. */
  clerk: string | null
  onDone: () => void
}

/** 发出, 收回, 监票人 and who types: more returned than issued stops here. */
export function PileForm({ count, clerk, onDone }: Props) {
  const [issued, setIssued] = useState(count.issued)
  const [returned, setReturned] = useState(count.returned)
  const [teller, setTeller] = useState(count.teller)
  const [typist, setTypist] = useState<string | null>(clerk)
  const stopped = isVoid({ issued, returned })
  const save = useChange(async () => {
    await client.ballot.head.mutate({ id: count.id, issued, returned, teller: teller === '' ? null : teller })
    if (clerk !== null && !stopped) await client.ballot.beginPass.mutate({ id: count.id, clerk: typist ?? '' })
  }, onDone)
  const fault = (field: string): string | undefined => faultAt(save.problem, field)
  const placed = ['issued', 'returned', 'teller', 'clerk'].some((field) => fault(field) !== undefined)
  const ready = issued !== null && returned !== null
  return (
    <form
      className="card pile-form"
      aria-label="发出和收回"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <h2 className="card-title">这批票</h2>
      <div className="field-pair">
        <NumberField
          id="pile-issued"
          label="发出（张）"
          value={issued}
          autoFocus
          fault={fault('issued')}
          onChange={setIssued}
        />
        <NumberField
          id="pile-returned"
          label="收回（张）"
          value={returned}
          fault={fault('returned')}
          onChange={setReturned}
        />
        <TextField
          id="pile-teller"
          label="监票人"
          value={teller}
          maxLength={50}
          fault={fault('teller')}
          onChange={setTeller}
        />
        {clerk === null ? null : (
          <TextField
            id="pile-clerk"
            label="第一遍谁录"
            value={typist}
            maxLength={50}
            fault={fault('clerk')}
            onChange={setTypist}
          />
        )}
      </div>
      {stopped ? (
        <Verdict tone="bad">
          收回 {returned} 张，比发出的 {issued} 张多 {(returned ?? 0) - (issued ?? 0)} 张，这次测评无效，全部作废。
          核对数字没有填错的，重新发票、重新投票，再从头计票。
        </Verdict>
      ) : ready ? (
        <Verdict tone="good">
          收回 {returned} 张，不多于发出的 {issued} 张，有效
        </Verdict>
      ) : (
        <Verdict tone="info">先数清发出几张、收回几张，再开始录。</Verdict>
      )}
      {clerk === null && count.passes.some(({ finished }) => finished) ? (
        <p className="note">改了收回，录完的要再录到底：接着补录，多出来的那一遍重录。只改发出和监票人的，不用。</p>
      ) : null}
      {save.problem === null || placed ? null : <Verdict tone="bad">{save.problem.message}</Verdict>}
      <div className="actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={save.isPending}>
          {stopped ? '记下这次无效' : clerk === null ? '保存修改' : '开始录第一遍'}
        </Button>
        {clerk === null ? <Button onClick={onDone}>取消</Button> : null}
      </div>
    </form>
  )
}

import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { faultAt } from '../../ui/field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { CountView } from './ballot-words.ts'
import { BoxWords } from './box-words.tsx'
import { SecretFields } from './secret-fields.tsx'

/** 设投票箱: how many slips, and the two secrets without which nobody opens it. */
export function BoxSetUp({ count }: { count: CountView }) {
  const [slips, setSlips] = useState(count.issued)
  const [secrets, setSecrets] = useState({ counter: '', teller: '' })
  const open = useChange(() => client.ballot.openBox.mutate({ id: count.id, slips: slips ?? 0, secrets }))
  const fault = (field: string): string | undefined => faultAt(open.problem, field)
  const placed = ['slips', 'counter', 'teller'].some((field) => fault(field) !== undefined)
  return (
    <div className="box-desk">
      <form
        className="card pile-form"
        aria-label="设投票箱"
        onSubmit={(event) => {
          event.preventDefault()
          open.mutate()
        }}
      >
        <h2 className="card-title">设投票箱</h2>
        <NumberField
          id="box-slips"
          label="投票码条（张）"
          hint="按参加测评的人数，一人一张"
          value={slips}
          autoFocus
          fault={fault('slips')}
          onChange={setSlips}
        />
        <SecretFields value={secrets} onChange={setSecrets} faultOf={fault} />
        <Verdict tone="warn">
          两个人各设各的口令，至少 6 个字，不能一样。忘了哪一个都没有办法补，票开不出来，只能重新投。
        </Verdict>
        {open.problem === null || placed ? null : <Verdict tone="bad">{open.problem.message}</Verdict>}
        <div className="actions">
          <Button
            type="primary"
            htmlType="submit"
            disabled={slips === null || secrets.counter === '' || secrets.teller === ''}
            loading={open.isPending}
          >
            设好投票箱
          </Button>
        </div>
      </form>
      <BoxWords />
    </div>
  )
}

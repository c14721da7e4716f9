import { PrinterOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api, client, fetchBytes, problemOfError } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { printPdf } from '../../ui/pdf.ts'
import { Verdict } from '../../ui/verdict.tsx'
import type { CountView } from './ballot-words.ts'
import { BoxWords } from './box-words.tsx'
import { drawnFault } from './drawn-fault.ts'
import { DrawnField } from './drawn-field.tsx'

type Props = { count: CountView; box: NonNullable<CountView['box']> }

/** Ends the vote: how many slips were drawn is what was given out. Asked once more, for nobody votes after it. */
function CloseForm({ count, box }: Props) {
  const [drawn, setDrawn] = useState<number | null>(null)
  const [asking, setAsking] = useState(false)
  const close = useChange(() => client.ballot.closeBox.mutate({ id: count.id, issued: drawn ?? 0 }))
  const ready = drawn !== null && drawnFault(drawn, box) === undefined
  return (
    <form
      className="box-close"
      aria-label="结束投票"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) setAsking(true)
      }}
    >
      <DrawnField box={box} value={drawn} refused={undefined} onChange={setDrawn} />
      <Button htmlType="submit" disabled={!ready}>
        结束投票
      </Button>
      {asking ? (
        <Confirm
          title="结束投票？"
          verb="结束，不再收票"
          keep="接着投票"
          busy={close.isPending}
          refusal={close.problem?.message}
          onConfirm={() => close.mutate()}
          onKeep={() => {
            close.reset()
            setAsking(false)
          }}
        >
          抽出 {drawn} 张，投了 {box.cast} 张
          {drawn === null || drawn === box.cast ? '，都投了' : `，还有 ${drawn - box.cast} 张没有投`}
          。结束以后谁都不能再投，只能开箱。
        </Confirm>
      ) : null}
    </form>
  )
}

/** The box is open: print the slips, hand the PC over to the voters, and end the vote. */
export function BoxOpen({ count, box }: Props) {
  const queries = useQueryClient()
  const slips = useChange(async () =>
    printPdf(await (await fetchBytes(`/documents/ballot/${count.id}/slips.pdf?use=print`)).arrayBuffer())
  )
  const vote = useMutation({
    mutationFn: () => client.ballot.vote.mutate({ id: count.id }),
    // Only this is asked: everything else is refused from now on.
    onSuccess: () => queries.invalidateQueries(api.vault.status.queryFilter())
  })
  const problem = slips.problem ?? (vote.error === null ? null : problemOfError(vote.error))
  return (
    <div className="box-desk">
      <section className="card pile-form" aria-label="投票">
        <h2 className="card-title">投票</h2>
        <p className="box-cast">
          已投 <strong>{box.cast}</strong> / {box.slips} 张
        </p>
        {problem === null ? null : <Verdict tone="bad">{problem.message}</Verdict>}
        <ol className="box-steps">
          <li>
            <p>打印投票码条，剪开放进帽子，每人抽一张。</p>
            <Button icon={<PrinterOutlined />} loading={slips.isPending} onClick={() => slips.mutate()}>
              打印投票码条
            </Button>
          </li>
          <li>
            <p>开始投票以后，这台电脑只收票，别的都看不到。计票人要回来，按 Ctrl L 锁定，再用口令打开。</p>
            <Button type="primary" loading={vote.isPending} onClick={() => vote.mutate()}>
              {box.cast === 0 ? '开始投票' : '接着投票'}
            </Button>
          </li>
          <li>
            <p>都投完了，数一数抽出了几张码条，结束投票。结束以后不能再投。</p>
            <CloseForm count={count} box={box} />
          </li>
        </ol>
      </section>
      <BoxWords />
    </div>
  )
}

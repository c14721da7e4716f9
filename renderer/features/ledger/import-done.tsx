import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { Verdict } from '../../ui/verdict.tsx'
import { faultsOf, type LedgerSummary, rowsRefused, totalOf } from './ledger-words.ts'
import { FaultTable } from './fault-table.tsx'
import { SheetTable } from './sheet-table.tsx'

type Props = { name: string; summary: LedgerSummary; onAgain: () => void }

/** What was written, and what was left out, with the way to the roster. */
export function ImportDone({ name, summary, onAgain }: Props) {
  const navigate = useNavigate()
  const left = rowsRefused(summary)
  const faults = faultsOf(summary)
  return (
    <section className="card ledger-check" aria-label="导入结果">
      <header className="card-head">
        <h2 className="card-title">{name}</h2>
        <span className="quiet">已写入</span>
      </header>
      <div className="ledger-body">
        <Verdict tone="good">
          已导入：新增 {totalOf(summary, 'created')} 条，更新 {totalOf(summary, 'updated')} 条，
          {totalOf(summary, 'unchanged')} 条没有变化。
        </Verdict>
        {left === 0 ? null : (
          <Verdict tone="warn">{left} 行有问题，没有导入。改好后把同一个文件再导一次，已导入的不会重复。</Verdict>
        )}
        <SheetTable summary={summary} />
        {faults.length === 0 ? null : <FaultTable fileName={name} faults={faults} />}
      </div>
      <footer className="ledger-foot">
        <Button type="primary" autoFocus onClick={() => void navigate('/member')}>
          看党员名册
        </Button>
        <Button onClick={() => void navigate('/meeting')}>看会议记录</Button>
        <Button type="text" onClick={onAgain}>
          再导一个文件
        </Button>
      </footer>
    </section>
  )
}

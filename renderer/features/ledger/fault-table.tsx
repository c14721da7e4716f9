import { CopyOutlined, SaveOutlined } from '@ant-design/icons'
import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { Fault } from '../../../shared/features/ledger/ledger.ts'
import { faultsAsText } from './ledger-words.ts'
import { copyText, keepText } from './keep-text.ts'

const portion = 200
const every = '全部'

/** Which sheet's faults are shown: side by side while there are few sheets. */
function SheetFilter({
  faults,
  sheet,
  onSheet
}: {
  faults: readonly Fault[]
  sheet: string
  onSheet: (sheet: string) => void
}) {
  const counts = Map.groupBy(faults, (fault) => fault.sheet)
  const options = [
    { value: every, label: `${every} ${faults.length}` },
    ...[...counts].map(([name, list]) => ({ value: name, label: `${name} ${list.length}` }))
  ]
  if (counts.size < 2) return null
  return options.length <= 6 ? (
    <Segmented aria-label="看哪张工作表的问题" value={sheet} onChange={onSheet} options={options} />
  ) : (
    <Select aria-label="看哪张工作表的问题" value={sheet} onChange={onSheet} options={options} style={{ width: 160 }} />
  )
}

function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState(false)
  return (
    <Button icon={<CopyOutlined />} onClick={() => setCopied(copyText(text))} onBlur={() => setCopied(false)}>
      {copied ? '已复制，可粘到 Excel' : '复制问题清单'}
    </Button>
  )
}

/** Row by row what is wrong and where, in the order in which people mend a file; to copy or keep as text. */
export function FaultTable({ fileName, faults }: { fileName: string; faults: readonly Fault[] }) {
  const [sheet, setSheet] = useState(every)
  const [shown, setShown] = useState(portion)
  const wanted = sheet === every ? faults : faults.filter((fault) => fault.sheet === sheet)
  const rest = wanted.length - shown
  return (
    <section aria-label="问题清单">
      <div className="fault-bar">
        <h3 className="card-title">问题清单</h3>
        <SheetFilter
          faults={faults}
          sheet={sheet}
          onSheet={(next) => {
            setSheet(next)
            setShown(portion)
          }}
        />
        <span className="push" />
        <CopyButton text={faultsAsText(fileName, wanted)} />
        <Button
          icon={<SaveOutlined />}
          onClick={() => keepText(`${fileName.replace(/\.xlsx$/i, '')} 问题清单.txt`, faultsAsText(fileName, wanted))}
        >
          存成文本
        </Button>
      </div>
      <section className="fault-box" tabIndex={0} aria-label="问题清单内容">
        <table className="plain-table fault-table">
          <thead>
            <tr>
              {['工作表', '行', '列', '原值', '问题'].map((heading) => (
                <th key={heading} scope="col" className={heading === '行' ? 'number' : ''}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {wanted.slice(0, shown).map((fault, index) => (
              <tr key={`${fault.sheet} ${fault.row} ${fault.column} ${fault.code} ${index}`}>
                <td>{fault.sheet}</td>
                <td className="number">{fault.row}</td>
                <td>{fault.column}</td>
                <td className="fault-value" title={fault.value ?? ''}>
                  {fault.value === null || fault.value === '' ? <span className="quiet">（空）</span> : fault.value}
                </td>
                <td className="fault-words">{fault.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rest > 0 ? (
        <Button type="link" onClick={() => setShown(shown + portion)}>
          再显示 {Math.min(rest, portion)} 处（还有 {rest} 处）
        </Button>
      ) : null}
    </section>
  )
}

import './rule.css'
import { FileWordOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Input, Segmented } from 'antd'
import { useEffect, useState } from 'react'
import { certaintyNames, levelNames, type Rule } from '../../../shared/rulebook/rule.ts'
import { ruleBook } from '../../../shared/rulebook/rule-book.ts'
import { fetchBytes, saveFile } from '../../api/client.ts'
import { SettingTabs } from '../../app/setting-tabs.tsx'
import { useSayStatus } from '../../app/status-note.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { printPdf } from '../../ui/pdf.ts'

const views = ['全部', '已核', '要核对'] as const
type View = (typeof views)[number]

const isIn = (view: View, { mark }: Rule): boolean => view === '全部' || (view === '已核') === (mark === '✔')

const holds = ({ id, title, meaning, document, article }: Rule, text: string): boolean =>
  [id, title, meaning, document ?? '', article ?? ''].some((part) => part.toLowerCase().includes(text))

const levelTones: Record<Rule['level'], string> = { BLOCK: 'red', WARN: 'amber', REMIND: 'blue', INFO: '' }

function RuleRow({ rule }: { rule: Rule }) {
  return (
    <tr>
      <td className="rule-id">{rule.id}</td>
      <td>
        <strong>{rule.title}</strong>
        <p className="note">{rule.meaning}</p>
      </td>
      <td>
        {rule.document === null ? '没有规定，本软件默认口径' : `${rule.document}${rule.article ?? ''}`}
        {rule.validFrom === null ? null : <p className="note">{rule.validFrom} 起施行</p>}
      </td>
      <td>
        <span className={`tag ${levelTones[rule.level]}`}>{levelNames[rule.level]}</span>
      </td>
      <td>
        <span className={rule.mark === '✔' ? 'tag green' : 'tag amber'}>{certaintyNames[rule.mark]}</span>
      </td>
    </tr>
  )
}

const address = '/documents/rule/list'

/** 规则: everything the program judges by, with document and article, and how sure it is of each. */
export function RuleScreen() {
  const [text, setText] = useState('')
  const [view, setView] = useState<View>('全部')
  useEffect(() => {
    document.title = '规则 · 党务案头'
  }, [])
  const wanted = text.trim().toLowerCase()
  const chapters = ruleBook
    .map(({ title, rules }) => ({ title, rules: rules.filter((rule) => isIn(view, rule) && holds(rule, wanted)) }))
    .filter(({ rules }) => rules.length > 0)
  useSayStatus(`共 ${chapters.reduce((sum, { rules }) => sum + rules.length, 0)} 条规则`)
  const print = async (): Promise<void> => printPdf(await (await fetchBytes(`${address}.pdf`)).arrayBuffer())
  return (
    <div className="page setting-page">
      <PageHead title="设置">
        <Button icon={<FileWordOutlined />} onClick={() => void saveFile(`${address}.docx`, '规则清单.docx')}>
          Word
        </Button>
        <Button icon={<PrinterOutlined />} onClick={() => void print()}>
          打印规则清单
        </Button>
      </PageHead>
      <SettingTabs />
      <div className="rule-desk">
        <div className="rule-filter">
          <Input
            aria-label="找规则"
            placeholder="找规则：编号、名称、内容、文件"
            allowClear
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Segmented<View> aria-label="看哪些规则" value={view} options={[...views]} onChange={setView} />
        </div>
        {chapters.length === 0 ? <p className="empty-title">没有符合的规则</p> : null}
        {chapters.map(({ title, rules }) => (
          <section key={title} className="card" aria-label={title}>
            <header className="card-head">
              <h2 className="card-title">{title}</h2>
              <span className="quiet">{rules.length} 条</span>
            </header>
            <table className="plain-table rule-table">
              <thead>
                <tr>
                  {['编号', '内容', '依据', '级别', '核对'].map((heading) => (
                    <th key={heading} scope="col">
                      {heading}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rules.map((rule) => (
                  <RuleRow key={rule.id} rule={rule} />
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </div>
  )
}

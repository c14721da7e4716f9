import './rule.css'
import { FileWordOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Input, Segmented } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { type RuleId, ruleChapters } from '../../../shared/rulebook/rule-book.ts'
import type { RulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import { fetchBytes, saveFile } from '../../api/client.ts'
import { useRuleBook, useRules } from '../../api/rules.ts'
import { SettingTabs } from '../../app/setting-tabs.tsx'
import { useSayStatus } from '../../app/status-note.tsx'
import { useAddress } from '../../app/use-address.ts'
import { Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { printPdf } from '../../ui/pdf.ts'
import { HolidayCard } from './holiday-card.tsx'
import { PackageCard } from './package-card.tsx'
import { RuleRow } from './rule-row.tsx'

const views = ['全部', '已核', '要核对', '本单位另有规定'] as const
type View = (typeof views)[number]

/** What was set for any year counts as the office's own, also where it has ended. */
function isIn(view: View, id: RuleId, rules: RulesInForce, own: ReadonlySet<string>): boolean {
  if (view === '全部') return true
  return view === '本单位另有规定' ? own.has(id) : (view === '已核') === (rules.rule(id).mark === '✔')
}

function holds(id: RuleId, rules: RulesInForce, text: string): boolean {
  const { title, meaning, document, article } = rules.rule(id)
  return [id, title, meaning, document ?? '', article ?? ''].some((part) => part.toLowerCase().includes(text))
}

const address = '/documents/rule/list'

/** 规则: everything the program judges by, with its source and mark, what the office has set for itself, and the packages. */
export function RuleScreen() {
  const { params } = useAddress()
  const [text, setText] = useState(params.get('find') ?? '')
  const [view, setView] = useState<View>('全部')
  const book = useRuleBook()
  const rules = useRules()
  useEffect(() => {
    document.title = '规则 · 党务案头'
  }, [])
  const wanted = text.trim().toLowerCase()
  const own = new Set((book?.overrides ?? []).map(({ ruleId }) => ruleId))
  const chapters = ruleChapters
    .map(({ title, ids }) => ({
      title,
      ids: ids.filter((id) => isIn(view, id, rules, own) && holds(id, rules, wanted))
    }))
    .filter(({ ids }) => ids.length > 0)
  useSayStatus(`共 ${chapters.reduce((sum, { ids }) => sum + ids.length, 0)} 条规则`)
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
        {book === undefined ? (
          <Loading />
        ) : (
          <>
            <PackageCard book={book} />
            <HolidayCard book={book} />
            {chapters.length === 0 ? (
              <p className="empty-title">
                {view === '本单位另有规定' && wanted === ''
                  ? '本单位没有另外的规定，全部按规则原数。'
                  : '没有符合的规则'}
              </p>
            ) : null}
            {chapters.map(({ title, ids }) => (
              <Chapter key={title} title={title}>
                {ids.map((id) => (
                  <RuleRow key={id} id={id} rules={rules} book={book} />
                ))}
              </Chapter>
            ))}
          </>
        )}
      </div>
    </div>
  )
}

const Chapter = ({ title, children }: { title: string; children: ReactNode[] }) => (
  <section className="card" aria-label={title}>
    <header className="card-head">
      <h2 className="card-title">{title}</h2>
      <span className="quiet">{children.length} 条</span>
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
      <tbody>{children}</tbody>
    </table>
  </section>
)

import { PrinterOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { Verdict } from '../../ui/verdict.tsx'
import {
  type BegunDesk,
  type CadreLine,
  type CadreTab,
  isMissingIn,
  isOpen,
  postOf,
  tabNames,
  tabs
} from './appraisal-words.ts'
import { FeedbackTab } from './feedback-tab.tsx'
import { GradeTab } from './grade-tab.tsx'
import { NegativeTab } from './negative-tab.tsx'
import { TextTab } from './text-tab.tsx'

type Props = {
  line: CadreLine
  desk: BegunDesk
  tab: CadreTab
  today: string
  locked: boolean
  onTab: (tab: CadreTab) => void
  onPrint: (tab: CadreTab) => void
}

function Body({ line, desk, tab, today, locked }: Omit<Props, 'onTab' | 'onPrint'>) {
  if (tab === 'grade' || !isOpen(line)) return <GradeTab key={line.memberId} {...{ line, desk, locked }} />
  const key = `${line.memberId} ${tab}`
  switch (tab) {
    case 'negative':
      return <NegativeTab key={key} {...{ line, desk, locked }} />
    case 'feedback':
      return <FeedbackTab key={key} {...{ line, desk, today, locked }} />
    default:
      return <TextTab key={key} {...{ line, desk, locked }} field={tab} />
  }
}

/** One cadre: what is to be written of him, part by part; a dot where something is missing. */
export function CadrePanel(props: Props) {
  const { line, desk, tab, locked, onTab, onPrint } = props
  const dismiss = useChange(() => client.appraisal.dismiss.mutate({ id: desk.appraisal.id, memberId: line.memberId }))
  const { entry } = line
  const isBlank =
    [entry.summary, entry.duty, entry.grade, entry.reason, entry.objections, entry.feedback].every(
      (text) => text === null
    ) && entry.negatives.length === 0
  return (
    <section className="card list-frame appraisal-panel" aria-label={`${line.name}的考核`}>
      <header className="card-head">
        <h2 className="card-title">{line.name}</h2>
        <span className="note">
          {[postOf(line), line.branch].filter((words) => words !== '').join('，')}
          {line.branch === '' ? '已不在名册上的领导干部里' : ''}
        </span>
        <span className="push" />
        {!isBlank || locked || !desk.may.enter ? null : (
          <Button size="small" loading={dismiss.isPending} onClick={() => dismiss.mutate(undefined)}>
            移出考核
          </Button>
        )}
        {desk.may.enter ? (
          <Button size="small" icon={<PrinterOutlined />} onClick={() => onPrint(tab)}>
            看{tab === 'grade' ? '等次建议表' : tabNames[tab]}
          </Button>
        ) : null}
      </header>
      {dismiss.problem === null ? null : <Verdict tone="bad">{dismiss.problem.message}</Verdict>}
      {desk.may.enter ? (
        <div className="appraisal-tabs">
          <Segmented<CadreTab>
            aria-label="考核内容"
            value={tab}
            options={tabs.map((value) => ({
              value,
              label: isMissingIn(line, value) ? (
                <span>
                  {tabNames[value]} <span className="appraisal-dot">缺</span>
                </span>
              ) : (
                tabNames[value]
              )
            }))}
            onChange={onTab}
          />
        </div>
      ) : null}
      <div className="list-scroll">
        <Body {...props} />
      </div>
    </section>
  )
}

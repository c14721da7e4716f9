import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { blankHelp, type HelpPlan } from '../../../shared/features/evaluation/evaluation.ts'
import { useRules } from '../../api/rules.ts'
import { Cite } from '../../ui/cite.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Dock } from '../../ui/dock.tsx'
import type { BegunDesk, EntryLine } from './evaluation-words.ts'
import { FindingNotes } from './finding-notes.tsx'
import { HelpFields } from './help-fields.tsx'
import { SaveNote } from '../../app/save-note.tsx'
import { TextBox } from './text-box.tsx'
import { useEntry } from './use-entry.ts'

type Props = {
  line: EntryLine
  desk: BegunDesk
  isLow: boolean
  today: string
  onPrint: () => void
  onClose: () => void
}

/** After the grade: when it was told, what the person said to it, and the 帮教 of who needs it (F4-6). */
export function AfterPanel({ line, desk, isLow, today, onPrint, onClose }: Props) {
  const { memberId, name, entry } = line
  const { toldOn, ownOpinion, superiorOpinion, note, help } = entry
  const rules = useRules(desk.evaluation.year)
  const { text, change, save } = useEntry(
    { id: desk.evaluation.id, memberId, today },
    { toldOn, ownOpinion, superiorOpinion, note, help },
    false
  )
  const changeHelp = (part: Partial<HelpPlan>): void => change({ help: { ...(text.help ?? blankHelp), ...part } })
  return (
    <Dock
      title={`${name}，${entry.final ?? ''}`}
      note={<SaveNote {...save} />}
      onClose={onClose}
      foot={
        desk.may.tally ? (
          <Button icon={<PrinterOutlined />} onClick={() => void save.flush().then(onPrint)}>
            打印告知单
          </Button>
        ) : undefined
      }
    >
      <DayField
        id="told-on"
        label="告知日期"
        value={text.toldOn}
        hint={<Cite rules={rules} id="R4-07" />}
        onChange={(day) => change({ toldOn: day })}
      />
      <FindingNotes findings={desk.findings} fields={['toldOn']} memberId={memberId} />
      <TextBox
        id="own-opinion"
        label="本人意见"
        rows={2}
        maxLength={1000}
        value={text.ownOpinion}
        onChange={(opinion) => change({ ownOpinion: opinion })}
      />
      {isLow ? (
        <HelpFields
          help={text.help ?? blankHelp}
          organisationId={desk.organisation.id}
          problem={save.problem}
          rules={rules}
          today={today}
          change={changeHelp}
        />
      ) : null}
      <TextBox
        id="superior-opinion"
        label="上级党委意见"
        rows={2}
        maxLength={1000}
        value={text.superiorOpinion}
        onChange={(opinion) => change({ superiorOpinion: opinion })}
      />
      <TextBox
        id="entry-note"
        label="备注"
        rows={1}
        maxLength={500}
        value={text.note}
        onChange={(words) => change({ note: words })}
      />
    </Dock>
  )
}

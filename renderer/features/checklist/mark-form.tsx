import { Checkbox, ConfigProvider } from 'antd'
import { DayField } from '../../ui/day-field.tsx'
import { DecimalField } from '../../ui/decimal-field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { type ItemLine, plainFigure } from './checklist-words.ts'
import { markHints } from './mark-draft.ts'
import { SaveNote } from '../../app/save-note.tsx'
import { useMark } from './use-mark.ts'

type Props = { where: { organisationId: string; year: number }; item: ItemLine; locked: boolean }

/** What a mark does to this item, in words. */
function effectOf({ kind, isComputed }: ItemLine): string {
  if (kind === 'A' && isComputed) return '这一项由程序从记录里算，自评写在旁边，不改得分；写明原因可以定为不适用。'
  if (kind === 'S') return '程序先算，填了自评得分以自评为准。'
  return kind === 'M' ? '这一项由人打分，要有证据。' : '程序还没有这类记录，得分取自评。'
}

/** 自评 of an item: score, why, where the proof is; kept by itself. */
export function MarkForm({ where, item, locked }: Props) {
  const { draft, change, save } = useMark(where, item, locked)
  const hints = markHints(draft, item)
  const reading = { disabled: locked }
  return (
    <ConfigProvider componentDisabled={locked}>
      <fieldset className="dock-part mark-form" aria-label="自评" {...reading}>
        <header className="dock-part-head">
          <h3>自评</h3>
          <span className="push">{locked ? null : <SaveNote {...save} />}</span>
        </header>
        <p className="note">{effectOf(item)}</p>
        <div className="mark-pair">
          <DecimalField
            id="mark-score"
            label={`得分（最多 ${plainFigure(item.points)} 分）`}
            value={draft.score}
            fault={hints.score}
            locked={locked}
            onChange={(score) => change({ score })}
          />
          <DayField
            id="mark-day"
            label="发生日期"
            value={draft.happenedOn}
            onChange={(happenedOn) => change({ happenedOn })}
          />
        </div>
        <TextField
          {...{ id: 'mark-evidence', label: '证据', value: draft.evidence, maxLength: 500, hint: '写明在哪里能看到' }}
          fault={hints.evidence}
          onChange={(evidence) => change({ evidence })}
        />
        <TextField
          {...{ id: 'mark-note', label: '说明', value: draft.note, maxLength: 500, rows: 2 }}
          fault={hints.note}
          onChange={(note) => change({ note })}
        />
        <Checkbox
          checked={draft.notApplicable}
          disabled={locked}
          onChange={(event) => change({ notApplicable: event.target.checked })}
        >
          本支部不适用
        </Checkbox>
      </fieldset>
    </ConfigProvider>
  )
}

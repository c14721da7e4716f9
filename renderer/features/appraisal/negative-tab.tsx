import { Button, Input, Segmented } from 'antd'
import type { NegativeId } from '../../../shared/features/appraisal/appraisal.ts'
import { unrecorded } from '../../../shared/features/appraisal/negative-rules.ts'
import { useRules } from '../../api/rules.ts'
import { SaveNote } from '../../app/save-note.tsx'
import { Cite } from '../../ui/cite.tsx'
import { orNull } from '../../ui/inputs.tsx'
import type { BegunDesk, OpenCadre } from './appraisal-words.ts'
import { useEntry } from './use-entry.ts'

type Answer = OpenCadre['negatives'][number]
type Choice = 'none' | 'found' | 'open'
const choices: { value: Choice; label: string }[] = [
  { value: 'open', label: '未答' },
  { value: 'none', label: '无' },
  { value: 'found', label: '有' }
]

type RowProps = {
  one: Answer
  year: number
  locked: boolean
  typed: { found: boolean; note: string | null } | undefined
  onAnswer: (found: boolean | null, note: string | null) => void
}

/** One matter: what the records know of it, 无 or 有, and a few words. */
function Row({ one, year, locked, typed, onAnswer }: RowProps) {
  const rules = useRules(year)
  const choice: Choice = typed === undefined ? 'open' : typed.found ? 'found' : 'none'
  const isPrefilled = typed === undefined && one.known?.sure === true
  return (
    <tr>
      <td className="appraisal-matter">
        <span className="appraisal-matter-title">{one.title}</span> <Cite rules={rules} id={one.item} />
        {one.known === null ? null : (
          <p className={one.known.sure ? 'judged' : 'note'}>
            {isPrefilled ? '按记录应填“有”：' : '记录：'}
            {one.known.says}
          </p>
        )}
      </td>
      <td>
        <Segmented<Choice>
          aria-label={one.title}
          size="small"
          disabled={locked}
          value={choice}
          options={choices}
          onChange={(value) => onAnswer(value === 'open' ? null : value === 'found', typed?.note ?? null)}
        />
      </td>
      <td>
        {typed === undefined || (!typed.found && one.known === null && typed.note === null) ? null : (
          <Input
            aria-label={`${one.title}的说明`}
            maxLength={500}
            readOnly={locked}
            placeholder={typed.found ? '写明情况' : '为什么没有'}
            value={typed.note ?? ''}
            onChange={({ target }) => onAnswer(typed.found, orNull(target.value))}
          />
        )}
      </td>
    </tr>
  )
}

/** 负面清单: eight matters, filled in from the records where they know, confirmed by people. */
export function NegativeTab({ line, desk, locked }: { line: OpenCadre; desk: BegunDesk; locked: boolean }) {
  const { text, change, save } = useEntry(
    { id: desk.appraisal.id, memberId: line.memberId },
    { negatives: line.entry.negatives },
    locked
  )
  const answerOf = (item: NegativeId) => text.negatives.find((one) => one.item === item)
  const answer = (item: NegativeId) => (found: boolean | null, note: string | null) => {
    const rest = text.negatives.filter((one) => one.item !== item)
    change({ negatives: found === null ? rest : [...rest, { item, found, note }] })
  }
  const open = line.negatives.filter(({ item }) => answerOf(item) === undefined)
  const clear = unrecorded(open, desk.may.tally)
  return (
    <div className="appraisal-tab">
      <div className="appraisal-text-head">
        <span className="note">
          {open.length === 0 ? '都答了' : `还有 ${open.length} 项没有答`}；有一项“有”，不列为优秀候选
        </span>
        <span className="push" />
        {locked || clear.length === 0 ? null : (
          <Button
            size="small"
            onClick={() =>
              change({
                negatives: [...text.negatives, ...clear.map((item) => ({ item, found: false, note: null }))]
              })
            }
          >
            没有记录的 {clear.length} 项填“无”
          </Button>
        )}
        {locked ? null : <SaveNote {...save} />}
      </div>
      <table className="plain-table appraisal-negatives" aria-label="负面清单">
        <tbody>
          {line.negatives.map((one) => (
            <Row
              key={one.item}
              one={one}
              year={desk.appraisal.year}
              locked={locked}
              typed={answerOf(one.item)}
              onAnswer={answer(one.item)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

import { Input } from 'antd'
import { talkPointNames, talkPoints } from '../../../shared/features/talk/talk.ts'
import { orNull } from '../../ui/inputs.tsx'
import { changeContents, type FormPart, TextBox } from './form-parts.tsx'
import type { FocusAt } from './head-fields.tsx'

/** 思想, 工作, 学习, 生活, 作风, each a line that grows; 其他 only where something stands there, as from a file. */
function Points({ focus, ...part }: FormPart & { focus: FocusAt }) {
  const { points } = part.entry.contents
  const say = changeContents(part)
  const shown = talkPoints.filter((point) => point !== 'other' || points.other !== null)
  return (
    <div className="field" role="group" aria-labelledby="talk-points">
      <span className="field-label" id="talk-points">
        谈话要点，只写要紧的
      </span>
      <div className="talk-points">
        {shown.map((point) => (
          <div key={point} className="talk-point">
            <label htmlFor={`talk-point-${point}`}>{talkPointNames[point]}</label>
            <Input.TextArea
              id={`talk-point-${point}`}
              className="grow"
              variant="borderless"
              rows={1}
              maxLength={5000}
              placeholder="可以不填"
              autoFocus={focus === 'thought' && point === 'thought'}
              value={points[point] ?? ''}
              onChange={(event) => say({ points: { ...points, [point]: orNull(event.target.value) } })}
            />
          </div>
        ))}
      </div>
    </div>
  )
}

/** What was said on both sides. */
export function SaidFields(props: FormPart & { focus: FocusAt }) {
  const { opinions, faults, attitude, difficulties } = props.entry.contents
  const say = changeContents(props)
  return (
    <>
      <Points {...props} />
      <TextBox
        id="talk-opinions"
        label="对支部、班子和本人的意见建议"
        value={opinions}
        onChange={(text) => say({ opinions: text })}
      />
      <div className="field-pair">
        <TextBox
          id="talk-faults"
          label="谈话人指出的问题"
          rows={1}
          value={faults}
          onChange={(text) => say({ faults: text })}
        />
        <TextBox
          id="talk-attitude"
          label="对方表态"
          rows={1}
          value={attitude}
          onChange={(text) => say({ attitude: text })}
        />
      </div>
      <TextBox
        id="talk-difficulties"
        label="需要组织帮助的困难"
        rows={1}
        value={difficulties}
        onChange={(text) => say({ difficulties: text })}
      />
    </>
  )
}

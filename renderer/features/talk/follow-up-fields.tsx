import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { FollowUp } from '../../../shared/features/talk/talk.ts'
import { DayField } from '../../ui/day-field.tsx'
import { faultAt } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { nextFollowUp, subjectField, subjectLimit } from './follow-up-entry.ts'
import { changeContents, type FormPart } from './form-parts.tsx'
import { NamedField } from './named-field.tsx'
import type { Named } from './talk-names.ts'

type LineProps = {
  one: FollowUp
  index: number
  people: readonly Named[]
  fault: string | undefined
  onChange: (part: Partial<FollowUp>) => void
  onDrop: () => void
}

/** One thing to be done: what, who, until when; what came of it once it is done. */
function FollowUpLine({ one, index, people, fault, onChange, onDrop }: LineProps) {
  const id = `talk-follow-${index}`
  return (
    <div className="talk-follow" role="group" aria-label={`后续事项 ${index + 1}`}>
      <div className="talk-follow-head">
        <TextField
          id={`${id}-subject`}
          label="事项"
          value={one.subject === '' ? null : one.subject}
          maxLength={subjectLimit}
          fault={fault}
          autoFocus={one.subject === '' && index > 0}
          onChange={(subject) => onChange({ subject: subject ?? '' })}
        />
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={`去掉第 ${index + 1} 项`}
          onClick={onDrop}
        />
      </div>
      <div className="talk-row follow">
        <NamedField
          id={`${id}-person`}
          label="责任人"
          value={one.person}
          people={people}
          onChange={(person) => onChange({ person })}
        />
        <DayField id={`${id}-due`} label="期限" value={one.dueOn} onChange={(dueOn) => onChange({ dueOn })} />
        <DayField id={`${id}-done`} label="完成日期" value={one.doneOn} onChange={(doneOn) => onChange({ doneOn })} />
      </div>
      {one.doneOn === null && one.result === null ? null : (
        <TextField
          id={`${id}-result`}
          label="结果，怎么答复的"
          value={one.result}
          maxLength={2000}
          onChange={(result) => onChange({ result })}
        />
      )}
    </div>
  )
}

/** 后续事项: opinions and difficulties that somebody sees to. */
export function FollowUpFields(part: FormPart) {
  const { followUps } = part.entry.contents
  const say = changeContents(part)
  const put = (index: number, change: Partial<FollowUp>): void =>
    say({ followUps: followUps.map((one, at) => (at === index ? { ...one, ...change } : one)) })
  return (
    <div className="field" role="group" aria-labelledby="talk-follows">
      <span className="field-label" id="talk-follows">
        后续事项
      </span>
      {followUps.map((one, index) => (
        <FollowUpLine
          key={index}
          one={one}
          index={index}
          people={part.people}
          fault={faultAt(part.problem, subjectField(index))}
          onChange={(change) => put(index, change)}
          onDrop={() => say({ followUps: followUps.filter((_one, at) => at !== index) })}
        />
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        disabled={followUps.length >= 50}
        onClick={() => say({ followUps: [...followUps, nextFollowUp(part.entry.contents)] })}
      >
        {followUps.length === 0 ? '加一项要办的事' : '再加一项'}
      </Button>
    </div>
  )
}

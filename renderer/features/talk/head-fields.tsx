import { Input } from 'antd'
import { talkKindCodes, talkKindName, talkWays } from '../../../shared/features/talk/talk-kinds.ts'
import { DayField } from '../../ui/day-field.tsx'
import { faultAt } from '../../ui/field.tsx'
import { described, orNull, TextField, tone } from '../../ui/inputs.tsx'
import { changeContents, type FormPart, PickField, RowNotes } from './form-parts.tsx'
import { NamedField } from './named-field.tsx'
import { asTime, isOfBranch, withDate, withKind } from './talk-entry.ts'

export type FocusAt = 'talker' | 'partner' | 'thought' | null

const kinds = talkKindCodes.map((value) => ({ value, label: talkKindName(value) }))

function PeopleRow({ focus, ...part }: FormPart & { focus: FocusAt }) {
  const { entry, change, people, problem } = part
  return (
    <>
      <div className="talk-row people">
        <NamedField
          id="talk-talker"
          label="谈话人"
          value={entry.talker}
          people={people}
          placeholder={isOfBranch(entry.kind) ? '姓名或首字母' : '姓名，上级可直接写'}
          fault={faultAt(problem, 'talker')}
          autoFocus={focus === 'talker'}
          onChange={(talker) => change({ talker })}
        />
        <NamedField
          id="talk-partner"
          label="谈话对象"
          value={entry.partner}
          people={people}
          placeholder="姓名或首字母"
          fault={faultAt(problem, 'partner')}
          autoFocus={focus === 'partner'}
          onChange={(partner) => change({ partner })}
        />
        <PickField
          id="talk-kind"
          label="类型"
          value={entry.kind}
          options={kinds}
          onChange={(kind) => change(withKind(kind, entry))}
        />
      </div>
      <RowNotes {...part} fields={['talker', 'partner', 'kind']} />
    </>
  )
}

type TimeProps = {
  id: string
  label: string
  value: string | null
  fault: string | undefined
  onChange: (text: string | null) => void
}

const TimeInput = ({ id, label, value, fault, onChange }: TimeProps) => (
  <Input
    id={id}
    aria-label={label}
    value={value ?? ''}
    maxLength={5}
    autoComplete="off"
    status={tone(fault, false)}
    {...described(id, fault)}
    onChange={(event) => onChange(orNull(event.target.value))}
    onBlur={() => onChange(asTime(value))}
  />
)

function WhenRow(part: FormPart) {
  const { entry, change, problem } = part
  const say = changeContents(part)
  const { way } = entry.contents
  const ways = talkWays.some((one) => one === way) || way === null ? [...talkWays] : [...talkWays, way]
  return (
    <>
      <div className="talk-row when">
        <DayField
          id="talk-date"
          label="日期"
          value={entry.date === '' ? null : entry.date}
          onChange={(date) => change(withDate(date ?? '', entry))}
        />
        <div className="field" role="group" aria-labelledby="talk-times">
          <span className="field-label" id="talk-times">
            起止
          </span>
          <div className="talk-times">
            <TimeInput
              id="talk-start"
              label="开始时间"
              value={entry.start}
              fault={faultAt(problem, 'start')}
              onChange={(start) => change({ start })}
            />
            <span aria-hidden>—</span>
            <TimeInput
              id="talk-end"
              label="结束时间"
              value={entry.end}
              fault={faultAt(problem, 'end')}
              onChange={(end) => change({ end })}
            />
          </div>
        </div>
        <PickField
          id="talk-way"
          label="方式"
          value={way ?? ''}
          options={[...(way === null ? [''] : []), ...ways].map((value) => ({
            value,
            label: value === '' ? '没有填' : value
          }))}
          onChange={(text) => say({ way: orNull(text) })}
        />
      </div>
      <RowNotes {...part} fields={['date', 'start', 'end']} />
    </>
  )
}

/** Who with whom, when, where, and what about. */
export function HeadFields(props: FormPart & { focus: FocusAt }) {
  const { entry, people } = props
  const say = changeContents(props)
  return (
    <>
      <PeopleRow {...props} />
      <WhenRow {...props} />
      <div className="talk-row what">
        <TextField
          id="talk-place"
          label="地点"
          value={entry.contents.place}
          maxLength={100}
          onChange={(text) => say({ place: text })}
        />
        <NamedField
          id="talk-recorder"
          label="记录人"
          value={entry.contents.recorder}
          people={people}
          onChange={(recorder) => say({ recorder })}
        />
        <TextField
          id="talk-reason"
          label="事由"
          value={entry.contents.reason}
          maxLength={500}
          onChange={(reason) => say({ reason })}
        />
      </div>
    </>
  )
}

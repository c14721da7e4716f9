import { Button, Checkbox, Input } from 'antd'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { LifeStep } from '../../../shared/features/life/life-rules.ts'
import { useRules } from '../../api/rules.ts'
import { Cite } from '../../ui/cite.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Field } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import type { LifeDraft } from './life-draft.ts'
import { ProblemForm } from './problem-form.tsx'
import { ReportForm } from './report-form.tsx'
import { RollPerson } from './roll-person.tsx'
import { RowList } from './row-list.tsx'

type Props = { draft: LifeDraft }

const orNull = (text: string): string | null => (text === '' ? null : text)

type LongProps = {
  id: string
  label: string
  value: string | null
  hint?: string
  onChange: (text: string | null) => void
}

const Long = ({ id, label, value, hint, onChange }: LongProps) => (
  <Field label={label} for={id} hint={hint}>
    <Input.TextArea
      id={id}
      rows={6}
      className="grow"
      value={value ?? ''}
      onChange={(event) => onChange(orNull(event.target.value))}
    />
  </Field>
)

const SchemeForm = ({ draft: { life, change } }: Props) => (
  <>
    <TextField
      id="life-theme"
      label="会议主题"
      value={life.theme}
      maxLength={200}
      onChange={(theme) => change({ theme })}
    />
    <Long
      id="life-scheme"
      label="工作安排"
      value={life.scheme}
      hint="一行一段，印在方案的第三部分"
      onChange={(scheme) => change({ scheme })}
    />
    <div className="field-pair">
      <TextField
        id="life-reportedTo"
        label="方案报给"
        value={life.reportedTo}
        maxLength={100}
        onChange={(reportedTo) => change({ reportedTo })}
      />
      <DayField
        id="life-reportedOn"
        label="报送日期"
        value={life.reportedOn}
        onChange={(reportedOn) => change({ reportedOn })}
      />
    </div>
  </>
)

const StudyForm = ({ draft: { life, desk, change } }: Props) => (
  <>
    <div className="field" role="group" aria-label="当作会前学习的会议">
      <span className="field-label">已经记过的会议，勾上就算会前学习，不用再写</span>
      {desk.candidates.length === 0 ? <p className="note">会前四个月里没有别的会议和活动。</p> : null}
      <Checkbox.Group<string>
        className="life-checks"
        options={desk.candidates.map(({ id, title, date }) => ({ value: id, label: `${date} ${title}` }))}
        value={life.studyMeetings}
        onChange={(studyMeetings) => change({ studyMeetings })}
      />
    </div>
    <RowList
      label="另外的学习"
      verb="加一次学习"
      rows={life.studies}
      blank={() => ({ on: desk.meeting.date, content: '' })}
      onChange={(studies) => change({ studies })}
    >
      {(row, set, number) => (
        <>
          <DayField id={`study-${number}`} label="日期" value={row.on} onChange={(on) => set({ on: on ?? row.on })} />
          <TextField
            id={`study-content-${number}`}
            label="学习内容"
            value={row.content}
            maxLength={200}
            onChange={(content) => set({ content: content ?? '' })}
          />
        </>
      )}
    </RowList>
  </>
)

const OpinionForm = ({ draft: { life, change } }: Props) => (
  <RowList
    label="征求到的意见"
    verb="加一条意见"
    rows={life.opinions}
    blank={() => ({
      from: life.opinions.at(-1)?.from ?? '',
      about: life.opinions.at(-1)?.about ?? '支部班子',
      text: ''
    })}
    onChange={(opinions) => change({ opinions })}
  >
    {(row, set, number) => (
      <>
        <TextField
          id={`opinion-from-${number}`}
          label="征求对象"
          value={row.from}
          maxLength={100}
          onChange={(from) => set({ from: from ?? '' })}
        />
        <TextField
          id={`opinion-about-${number}`}
          label="意见涉及"
          value={row.about}
          maxLength={100}
          onChange={(about) => set({ about: about ?? '' })}
        />
        <div className="life-wide">
          <Input.TextArea
            aria-label={`第 ${number} 条意见`}
            placeholder="意见和建议"
            rows={1}
            className="grow"
            maxLength={1000}
            value={row.text}
            onChange={(event) => set({ text: event.target.value })}
          />
        </div>
      </>
    )}
  </RowList>
)

/** Nothing is written here: the talks of the days before the meeting come from their own records. */
function TalkForm({ draft: { desk } }: Props) {
  const navigate = useNavigate()
  const rules = useRules(desk.meeting.date)
  const days = rules.number('T02', 'days')
  const { talks, meeting } = desk
  const branch = meeting.organisationId
  return (
    <>
      <div className="life-talk-head">
        <span>
          会前 {days} 天以内谈了 {talks.length} 次
        </span>
        <Cite rules={rules} id="T02" />
        <span className="push" />
        <Button onClick={() => void navigate(`/talk?organisation=${branch}&view=plan`)}>排一轮谈话</Button>
        <Button onClick={() => void navigate(`/talk?organisation=${branch}&new=&kind=T02`)}>记谈话</Button>
      </div>
      {talks.length === 0 ? (
        <p className="note">在“谈心谈话”里记了，这里和登记表上自动有，不用再填。</p>
      ) : (
        <table className="plain-table" aria-label="会前谈心谈话">
          <thead>
            <tr>
              {['日期', '谈话人', '谈话对象', '方向'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {talks.map(({ id, kind, one, other, on }) => (
              <tr key={id}>
                <td>{on}</td>
                <td>{one}</td>
                <td>{other}</td>
                <td>{kind}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

const ExaminationForm = ({ draft: { life, desk, change } }: Props) => (
  <>
    <Long
      id="life-examination"
      label="支部班子对照检查材料"
      value={life.examination}
      onChange={(examination) => change({ examination })}
    />
    <span className="field-label">个人发言提纲</span>
    <RowList
      label="个人发言提纲"
      verb="加一份提纲"
      rows={life.outlines}
      blank={() => ({ person: null, text: '' })}
      onChange={(outlines) => change({ outlines })}
    >
      {(row, set, number) => (
        <>
          <RollPerson label="发言人" people={desk.people} value={row.person} onChange={(person) => set({ person })} />
          <div className="life-wide">
            <Input.TextArea
              aria-label={`第 ${number} 份提纲`}
              placeholder="查摆问题和自我批评"
              rows={2}
              className="grow"
              value={row.text}
              onChange={(event) => set({ text: event.target.value })}
            />
          </div>
        </>
      )}
    </RowList>
  </>
)

const CriticismForm = ({ draft: { life, desk, change } }: Props) => (
  <RowList
    label="批评意见"
    verb="加一条批评"
    rows={life.criticisms}
    blank={() => ({ critic: null, target: life.criticisms.at(-1)?.target ?? null, text: '', answer: '' })}
    onChange={(criticisms) => change({ criticisms })}
  >
    {(row, set, number) => (
      <>
        <RollPerson label="批评人" people={desk.people} value={row.critic} onChange={(critic) => set({ critic })} />
        <RollPerson label="被批评人" people={desk.people} value={row.target} onChange={(target) => set({ target })} />
        <div className="life-wide">
          <Input.TextArea
            aria-label={`第 ${number} 条批评意见`}
            placeholder="批评意见"
            rows={1}
            className="grow"
            maxLength={1000}
            value={row.text}
            onChange={(event) => set({ text: event.target.value })}
          />
          <Input
            aria-label={`第 ${number} 条的表态`}
            placeholder="本人表态"
            maxLength={1000}
            value={row.answer}
            onChange={(event) => set({ answer: event.target.value })}
          />
        </div>
      </>
    )}
  </RowList>
)

const forms: Record<LifeStep, (props: Props) => ReactNode> = {
  scheme: SchemeForm,
  study: StudyForm,
  opinions: OpinionForm,
  talks: TalkForm,
  examination: ExaminationForm,
  meeting: CriticismForm,
  rectification: ProblemForm,
  report: ReportForm
}

/** What there is to write at a step. */
export function StepForm({ step, draft }: { step: LifeStep; draft: LifeDraft }) {
  const Form = forms[step]
  return <Form draft={draft} />
}

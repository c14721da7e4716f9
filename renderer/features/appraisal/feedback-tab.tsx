import { PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { feedbackSource } from '../../../shared/features/appraisal/appraisal.ts'
import {
  blankRectification,
  type Rectification,
  rectificationState
} from '../../../shared/features/rectification/rectification.ts'
import { RectificationForm } from '../../app/rectification-form.tsx'
import { SaveNote } from '../../app/save-note.tsx'
import { Field } from '../../ui/field.tsx'
import { orNull } from '../../ui/inputs.tsx'
import type { BegunDesk, OpenCadre } from './appraisal-words.ts'
import { useEntry } from './use-entry.ts'

const stateNames = { closed: '已完成', overdue: '逾期', open: '整改中' } as const
const tones = { closed: 'tag green', overdue: 'tag red', open: 'tag amber' } as const

type Props = { line: OpenCadre; desk: BegunDesk; today: string; locked: boolean }

/** The rectifications that came out of the feedback; they live in the register of 整改. */
function Register({ line, desk, today, locked }: Props) {
  const [open, setOpen] = useState<string | null>(null)
  const { rectifications } = line.facts
  const { organisation, appraisal } = desk
  const fresh: Rectification = {
    ...{ ...blankRectification, id: '', organisationId: organisation.id, year: appraisal.year },
    ...{ source: feedbackSource, person: { name: line.name, memberId: line.memberId } }
  }
  const stored = open === 'new' ? fresh : rectifications.find(({ id }) => id === open)
  return (
    <section aria-label="整改">
      <div className="appraisal-text-head">
        <h3 className="appraisal-sub">整改</h3>
        <span className="note">
          记在
          <Link className="appraisal-link" to="/rectification">
            整改台账
          </Link>
          ，来源“{feedbackSource}”
        </span>
        <span className="push" />
        {open !== null || locked ? null : (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
            建整改
          </Button>
        )}
      </div>
      {rectifications.map((one) => {
        const state = rectificationState(one, today)
        return (
          <button key={one.id} type="button" className="appraisal-turn" onClick={() => setOpen(one.id)}>
            <span className={tones[state]}>{stateNames[state]}</span> {one.problem}
            <span className="note">{one.dueOn === null ? '没有期限' : `${one.dueOn} 前`}</span>
          </button>
        )
      })}
      {rectifications.length === 0 && open === null ? (
        <p className="note">反馈里有要改的，建成整改，完成情况印在表上。</p>
      ) : null}
      {stored === undefined ? null : (
        <RectificationForm key={stored.id} stored={stored} today={today} onClose={() => setOpen(null)} />
      )}
    </section>
  )
}

/** 反馈与整改: what he was told, what was said against it, and what is to be put right. */
export function FeedbackTab(props: Props) {
  const { line, desk, locked } = props
  const { text, change, save } = useEntry(
    { id: desk.appraisal.id, memberId: line.memberId },
    { feedback: line.entry.feedback, objections: line.entry.objections },
    locked
  )
  const box = (field: 'feedback' | 'objections', label: string, rows: number, most: number, hint: string) => (
    <Field label={label} for={`appraisal-${field}`} hint={hint}>
      <Input.TextArea
        id={`appraisal-${field}`}
        className="grow"
        rows={rows}
        maxLength={most}
        readOnly={locked}
        value={text[field] ?? ''}
        onChange={({ target }) => change({ [field]: orNull(target.value) })}
      />
    </Field>
  )
  return (
    <div className="appraisal-tab">
      <div className="appraisal-text-head">
        <span className="note">
          {desk.appraisal.feedbackOn === null
            ? '反馈日期填在上面的“名额、公示和反馈”里'
            : `${desk.appraisal.feedbackOn} 反馈`}
        </span>
        <span className="push" />
        {locked ? null : <SaveNote {...save} />}
      </div>
      {box('feedback', '反馈意见', 4, 2000, '肯定什么、指出什么、希望什么')}
      {box(
        'objections',
        '公示期间的异议',
        1,
        1000,
        '内容、核实情况和结论，不写提出人的姓名；没有就空着。表上只印有没有异议'
      )}
      <Register {...props} />
    </div>
  )
}

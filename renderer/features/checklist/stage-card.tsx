import { CheckOutlined, CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { type ReviewStage, reviewStageNames } from '../../../shared/features/checklist/review.ts'
import { isDay, yearOf } from '../../../shared/kernel/dates.ts'
import { api, type client } from '../../api/client.ts'
import { MeetingLinkField } from '../../app/meeting-link-field.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Field } from '../../ui/field.tsx'
import type { Desk } from './checklist-words.ts'

type Part = Partial<Omit<Parameters<typeof client.checklist.saveReview.mutate>[0], 'organisationId' | 'year' | 'list'>>
type Props = { desk: Desk; today: string; locked: boolean; busy: boolean; onSave: (part: Part) => void }

const tones = { done: 'green', 'done-late': 'amber', overdue: 'red', current: 'blue', ahead: '' } as const

/** A stage with its state, and what is done in it. */
function Stage({ desk, stage, children }: { desk: Desk; stage: ReviewStage; children?: ReactNode }) {
  const found = desk.review.stages.find((one) => one.stage === stage)
  if (found === undefined) return null
  const isDone = found.state === 'done' || found.state === 'done-late'
  return (
    <li
      className={`review-stage ${found.state}`}
      {...(found.state === 'current' ? { 'aria-current': 'step' as const } : {})}
    >
      <p className="review-stage-head">
        {isDone ? <CheckOutlined aria-hidden /> : null}
        <strong>{reviewStageNames[stage]}</strong>
        <span className={`tag push ${tones[found.state]}`}>{found.says}</span>
      </p>
      {children}
    </li>
  )
}

/** 自评 handed over: from then on the list of the year is frozen. */
function HandOver({ desk, today, locked, busy, onSave }: Props) {
  const [asking, setAsking] = useState(false)
  const selfOn = desk.review.review?.selfOn ?? null
  if (locked) return null
  if (selfOn !== null)
    return (
      <Button disabled={busy} onClick={() => onSave({ selfOn: null })}>
        退回自评
      </Button>
    )
  return (
    <>
      <p className="note">{desk.year} 年度的清单在交出自评时冻结，项目和分值不能再改；自评和材料到公布前都可以补。</p>
      <Button type="primary" loading={busy} onClick={() => setAsking(true)}>
        交出自评
      </Button>
      {asking ? (
        <Confirm
          title={`交出 ${desk.year} 年度的自评？`}
          verb="交出自评"
          keep="先不交"
          onConfirm={() => {
            setAsking(false)
            onSave({ selfOn: today })
          }}
          onKeep={() => setAsking(false)}
        >
          {`现在得 ${desk.score.total} 分，待核 ${desk.score.pending} 分，还有 ${desk.missing.length} 件缺项。交出后，这一年度的清单冻结。`}
        </Confirm>
      ) : null}
    </>
  )
}

/** The branch meeting that went over the self-check. */
function Meeting({ desk, locked, onSave }: Props) {
  const { meetingId = null, meetingOn = null } = desk.review.review ?? {}
  const [day, setDay] = useState(meetingOn)
  const found = useQuery(api.meeting.list.queryOptions({ organisationId: desk.organisation.id, year: null }))
  const meetings = (found.data ?? [])
    .filter(({ date }) => [desk.year, desk.year + 1].includes(yearOf(date)))
    .map((one) => ({ id: one.id, date: one.date, title: meetingTitle(one) }))
  return (
    <>
      <MeetingLinkField
        id="review-meeting"
        label="审议的会议"
        value={meetingId}
        meetings={meetings}
        disabled={locked}
        onChange={(meeting) => {
          const on = meeting?.date ?? day
          setDay(on)
          onSave({ meetingId: meeting?.id ?? null, meetingOn: on !== null && isDay(on) ? on : null })
        }}
      />
      {locked ? null : (
        <DayField
          id="review-meeting-day"
          label="会议日期"
          value={day}
          onChange={(on) => {
            setDay(on)
            if (on === null || isDay(on)) onSave({ meetingOn: on })
          }}
        />
      )}
    </>
  )
}

/** Who reviews: names, one column each in the grid. */
function Reviewers({ desk, locked, busy, onSave }: Props) {
  const [name, setName] = useState('')
  const reviewers = desk.review.review?.reviewers ?? []
  const given = (reviewer: string): number => desk.review.points.filter((point) => point.reviewer === reviewer).length
  const [leaving, setLeaving] = useState<string | null>(null)
  const drop = (reviewer: string): void => {
    setLeaving(null)
    onSave({ reviewers: reviewers.filter((one) => one !== reviewer) })
  }
  const add = (): void => {
    const wanted = name.trim()
    if (wanted === '') return
    setName('')
    onSave({ reviewers: [...reviewers, wanted] })
  }
  return (
    <>
      <ul className="reviewers" aria-label="考评人">
        {reviewers.map((reviewer) => (
          <li key={reviewer} className="tag">
            {reviewer}
            <span className="quiet">打了 {given(reviewer)} 项</span>
            {locked ? null : (
              <button
                type="button"
                className="link"
                aria-label={`去掉考评人“${reviewer}”`}
                onClick={() => (given(reviewer) === 0 ? drop(reviewer) : setLeaving(reviewer))}
              >
                <CloseOutlined />
              </button>
            )}
          </li>
        ))}
      </ul>
      {locked ? null : (
        <form
          className="reviewer-form"
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <Field label="加考评人" for="reviewer-name">
            <Input
              id="reviewer-name"
              maxLength={50}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          <Button htmlType="submit" icon={<PlusOutlined />} loading={busy} disabled={name.trim() === ''}>
            加上
          </Button>
        </form>
      )}
      {leaving === null ? null : (
        <Confirm
          title={`去掉考评人“${leaving}”？`}
          verb="去掉考评人"
          keep="留着"
          onConfirm={() => drop(leaving)}
          onKeep={() => setLeaving(null)}
        >
          打过的 {given(leaving)} 项分一起删掉。
        </Confirm>
      )}
    </>
  )
}

/** The stages of 考评, each with what is done in it. */
export function StageCard(props: Props) {
  const { desk } = props
  return (
    <section className="card review-stages" aria-label="考评的步骤">
      <ol>
        <Stage desk={desk} stage="self">
          <HandOver {...props} />
        </Stage>
        <Stage desk={desk} stage="meeting">
          <Meeting key={desk.review.review?.meetingId ?? ''} {...props} />
        </Stage>
        <Stage desk={desk} stage="review">
          <Reviewers {...props} />
        </Stage>
        <Stage desk={desk} stage="published" />
      </ol>
    </section>
  )
}

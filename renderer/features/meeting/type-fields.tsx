import { useQuery } from '@tanstack/react-query'
import { Checkbox, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import {
  type ActivityContent,
  activityContents,
  type Meeting,
  meetingTitle
} from '../../../shared/features/meeting/meeting.ts'
import { api } from '../../api/client.ts'
import { Field } from '../../ui/field.tsx'
import type { Draft } from './meeting-draft.ts'
import { PersonInput } from './person-input.tsx'
import { PhraseArea } from './phrase-area.tsx'

export const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text)

/** 党课: who speaks, about what, and the text of it. */
function LectureFields({ draft: { meeting, change, roll } }: { draft: Draft }) {
  return (
    <>
      <Field label="主讲人" for="lecturer">
        <PersonInput
          id="lecturer"
          label="主讲人"
          value={meeting.lecturer}
          roll={roll}
          onChange={(lecturer) => change({ lecturer })}
        />
      </Field>
      <Field label="党课题目" for="topic">
        <Input
          id="topic"
          maxLength={200}
          value={meeting.topic ?? ''}
          onChange={(event) => change({ topic: textOrNull(event.target.value) })}
        />
      </Field>
      <div className="more-wide">
        <PhraseArea
          id="handout"
          field="handout"
          label="讲稿，写了就多出一份党课讲稿，材料包里也有"
          rows={2}
          value={meeting.handout ?? ''}
          onChange={(text) => change({ handout: textOrNull(text) })}
        />
      </div>
    </>
  )
}

/** 主题党日: its theme, and which of the four kinds of content were held. */
function ThemeFields({ draft: { meeting, change } }: { draft: Draft }) {
  return (
    <>
      <Field label="主题" for="theme">
        <Input
          id="theme"
          maxLength={200}
          value={meeting.theme ?? ''}
          onChange={(event) => change({ theme: textOrNull(event.target.value) })}
        />
      </Field>
      <div className="field" role="group" aria-label="四类内容">
        <span className="field-label">活动内容</span>
        <Checkbox.Group<ActivityContent>
          options={activityContents.map((one) => ({ value: one, label: one }))}
          value={meeting.contents}
          onChange={(chosen) => change({ contents: activityContents.filter((one) => chosen.includes(one)) })}
        />
      </div>
    </>
  )
}

/** 民主评议党员 held apart from its 组织生活会: which one it belongs to. */
function ReviewFields({ draft: { meeting, change } }: { draft: Draft }) {
  const { organisationId, year } = meeting
  const list = useQuery(api.meeting.list.queryOptions({ organisationId, year }))
  const lives = (list.data ?? []).filter(({ id, types }) => id !== meeting.id && types.includes('组织生活会'))
  return (
    <Field
      label="属于哪次组织生活会"
      for="life-meeting"
      hint={lives.length === 0 ? `${year} 年度还没有组织生活会` : null}
    >
      <Select
        id="life-meeting"
        style={{ width: '100%' }}
        value={meeting.lifeMeetingId ?? ''}
        options={[
          { value: '', label: '单独召开' },
          ...lives.map((one) => ({ value: one.id, label: `${one.date} ${meetingTitle(one)}` }))
        ]}
        onChange={(id) => change({ lifeMeetingId: id === '' ? null : id })}
      />
    </Field>
  )
}

/** 上报: to whom and when. */
function ReportFields({ draft: { meeting, change } }: { draft: Draft }) {
  return (
    <>
      <Field label="报送对象" for="reportedTo">
        <Input
          id="reportedTo"
          maxLength={100}
          placeholder="需要上报的才填"
          value={meeting.reportedTo ?? ''}
          onChange={(event) => change({ reportedTo: textOrNull(event.target.value) })}
        />
      </Field>
      <Field label="报送日期" for="reportedOn">
        <DatePicker
          id="reportedOn"
          style={{ width: '100%' }}
          value={meeting.reportedOn === null ? null : dayjs(meeting.reportedOn)}
          onChange={(day) => change({ reportedOn: day === null ? null : day.format('YYYY-MM-DD') })}
        />
      </Field>
    </>
  )
}

/** 党课 and 主题党日 are activities: what they were about and how they went stands before all items. */
export const isActivity = ({ types }: Pick<Meeting, 'types'>): boolean =>
  types.includes('党课') || types.includes('主题党日')

/** What an activity was about, and its record as it is told. */
export function ActivityCard({ draft }: { draft: Draft }) {
  const { meeting, change } = draft
  if (!isActivity(meeting)) return null
  return (
    <section className="card" aria-label="活动内容">
      <header className="card-head">
        <span className="step counted" />
        <h2 className="card-title">
          {meeting.types.filter((type) => type === '党课' || type === '主题党日').join('、')}
        </h2>
      </header>
      <div className="card-body more-grid">
        {meeting.types.includes('主题党日') ? <ThemeFields draft={draft} /> : null}
        {meeting.types.includes('党课') ? <LectureFields draft={draft} /> : null}
        <div className="more-wide">
          <PhraseArea
            id="minutes"
            field="minutes"
            label={meeting.types.includes('主题党日') ? '活动记录和小结' : '讲课内容'}
            rows={3}
            value={meeting.minutes ?? ''}
            onChange={(text) => change({ minutes: textOrNull(text) })}
          />
        </div>
      </div>
    </section>
  )
}

/** The fields only some types have besides. */
export function TypeFields({ draft }: { draft: Draft }) {
  const { types } = draft.meeting
  const apart = types.includes('民主评议党员') && !types.includes('组织生活会')
  return (
    <>
      {apart ? <ReviewFields draft={draft} /> : null}
      <ReportFields draft={draft} />
    </>
  )
}

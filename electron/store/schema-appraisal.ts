import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/* The tables of 干部年度考核, as the newest migration leaves them. */
export const appraisal = sqliteTable('appraisal', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  year: integer('year').notNull(),
  participants: integer('participants'),
  quota: integer('quota'),
  overReason: text('over_reason'),
  noticeFrom: text('notice_from'),
  noticeTo: text('notice_to'),
  noticeOutcome: text('notice_outcome'),
  feedbackOn: text('feedback_on'),
  recordedOn: text('recorded_on').notNull()
})

export const appraisalEntry = sqliteTable('appraisal_entry', {
  id: text('id').primaryKey(),
  appraisalId: text('appraisal_id').notNull(),
  memberId: text('member_id').notNull(),
  summary: text('summary'),
  duty: text('duty'),
  negatives: text('negatives', { mode: 'json' }).notNull(),
  grade: text('grade'),
  reason: text('reason'),
  objections: text('objections'),
  feedback: text('feedback')
})

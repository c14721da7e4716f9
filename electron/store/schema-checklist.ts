import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/* The tables of checklists, their marks, proofs and reviews, as the newest migration leaves them. */
export const checklist = sqliteTable('checklist', {
  id: text('id').primaryKey(),
  key: text('key').notNull(),
  year: integer('year').notNull(),
  content: text('content', { mode: 'json' }).notNull(),
  frozenOn: text('frozen_on'),
  changedOn: text('changed_on').notNull(),
  selfDue: text('self_due'),
  meetingDue: text('meeting_due'),
  reviewDue: text('review_due'),
  publishDue: text('publish_due')
})

export const checklistMark = sqliteTable('checklist_mark', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  year: integer('year').notNull(),
  item: text('item').notNull(),
  score: real('score'),
  note: text('note'),
  evidence: text('evidence'),
  happenedOn: text('happened_on'),
  notApplicable: integer('not_applicable', { mode: 'boolean' }).notNull(),
  filedOn: text('filed_on').notNull()
})

export const checklistProof = sqliteTable('checklist_proof', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  year: integer('year').notNull(),
  item: text('item').notNull(),
  part: text('part'),
  title: text('title').notNull(),
  happenedOn: text('happened_on'),
  filedOn: text('filed_on').notNull()
})

export const checklistVeto = sqliteTable('checklist_veto', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  year: integer('year').notNull(),
  veto: text('veto').notNull(),
  note: text('note').notNull(),
  filedOn: text('filed_on').notNull()
})

export const checklistBonus = sqliteTable('checklist_bonus', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  year: integer('year').notNull(),
  title: text('title').notNull(),
  points: real('points').notNull(),
  happenedOn: text('happened_on'),
  filedOn: text('filed_on').notNull()
})

export const checklistReview = sqliteTable('checklist_review', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  year: integer('year').notNull(),
  list: text('list').notNull(),
  selfOn: text('self_on'),
  meetingId: text('meeting_id'),
  meetingOn: text('meeting_on'),
  reviewers: text('reviewers', { mode: 'json' }).notNull(),
  publishedOn: text('published_on'),
  publishedTotal: text('published_total'),
  finalNote: text('final_note')
})

export const checklistReviewPoint = sqliteTable(
  'checklist_review_point',
  {
    reviewId: text('review_id').notNull(),
    reviewer: text('reviewer').notNull(),
    item: text('item').notNull(),
    points: real('points').notNull(),
    reason: text('reason')
  },
  (table) => [primaryKey({ columns: [table.reviewId, table.reviewer, table.item] })]
)

export const checklistChange = sqliteTable('checklist_change', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  year: integer('year').notNull(),
  item: text('item').notNull(),
  at: text('at').notNull(),
  accountName: text('account_name').notNull(),
  before: text('before').notNull(),
  after: text('after').notNull(),
  reason: text('reason')
})

export const reportBlock = sqliteTable(
  'report_block',
  {
    organisationId: text('organisation_id').notNull(),
    year: integer('year').notNull(),
    report: text('report').notNull(),
    block: text('block').notNull(),
    text: text('text').notNull(),
    changedOn: text('changed_on').notNull()
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.year, table.report, table.block] })]
)

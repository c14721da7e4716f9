import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/* The tables of talks and of the register that is kept apart from them, as the newest migration leaves them. */
export const talk = sqliteTable('talk', {
  id: text('id').primaryKey(),
  number: text('number').notNull(),
  organisationId: text('organisation_id').notNull(),
  kind: text('kind').notNull(),
  year: integer('year').notNull(),
  date: text('date').notNull(),
  start: text('start_time'),
  end: text('end_time'),
  talkerName: text('talker_name').notNull(),
  talkerId: text('talker_id'),
  partnerName: text('partner_name').notNull(),
  partnerId: text('partner_id').notNull(),
  level: text('level').notNull(),
  contents: text('contents', { mode: 'json' }),
  sealed: text('sealed'),
  writtenOn: text('written_on'),
  recordedOn: text('recorded_on').notNull(),
  enteredBy: text('entered_by')
})

export const talkPlan = sqliteTable('talk_plan', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  kind: text('kind').notNull(),
  talkerName: text('talker_name').notNull(),
  talkerId: text('talker_id').notNull(),
  partnerName: text('partner_name').notNull(),
  partnerId: text('partner_id').notNull(),
  plannedOn: text('planned_on').notNull(),
  note: text('note'),
  talkId: text('talk_id')
})

export const occasion = sqliteTable('occasion', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  memberId: text('member_id').notNull(),
  kind: text('kind').notNull(),
  date: text('date').notNull(),
  note: text('note'),
  closedOn: text('closed_on'),
  enteredBy: text('entered_by')
})

export const supervision = sqliteTable('supervision', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  remindOn: text('remind_on'),
  restrictedId: text('restricted_id'),
  restrictedFrom: text('restricted_from'),
  restrictedUntil: text('restricted_until'),
  sealed: text('sealed').notNull()
})

export const seal = sqliteTable('seal', {
  id: text('id').primaryKey(),
  slots: text('slots', { mode: 'json' }).notNull(),
  failures: text('failures', { mode: 'json' }).notNull(),
  setOn: text('set_on').notNull()
})

export const memberAlias = sqliteTable('member_alias', {
  formerId: text('former_id').primaryKey(),
  memberId: text('member_id').notNull()
})

import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/* The tables of 民主评议 and 民主测评 and of the counting of ballots, as the newest migration leaves them. */
export const evaluation = sqliteTable('evaluation', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  year: integer('year').notNull(),
  base: text('base').notNull(),
  quota: integer('quota'),
  overReason: text('over_reason'),
  peerOn: text('peer_on'),
  peerMeetingId: text('peer_meeting_id'),
  decidedBy: text('decided_by'),
  decidedOn: text('decided_on'),
  decisionMeetingId: text('decision_meeting_id'),
  finishedOn: text('finished_on'),
  recordedOn: text('recorded_on').notNull()
})

export const evaluationRound = sqliteTable('evaluation_round', {
  id: text('id').primaryKey(),
  evaluationId: text('evaluation_id').notNull(),
  date: text('date').notNull(),
  meetingId: text('meeting_id'),
  groupId: text('group_id'),
  expected: integer('expected'),
  issued: integer('issued'),
  returned: integer('returned')
})

export const evaluationEntry = sqliteTable('evaluation_entry', {
  id: text('id').primaryKey(),
  evaluationId: text('evaluation_id').notNull(),
  memberId: text('member_id').notNull(),
  counts: text('counts', { mode: 'json' }),
  selfReview: text('self_review'),
  selfOn: text('self_on'),
  peerOpinions: text('peer_opinions'),
  final: text('final'),
  reason: text('reason'),
  toldOn: text('told_on'),
  ownOpinion: text('own_opinion'),
  superiorOpinion: text('superior_opinion'),
  note: text('note'),
  help: text('help', { mode: 'json' })
})

export const disposal = sqliteTable('disposal', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  memberId: text('member_id').notNull(),
  evaluationId: text('evaluation_id'),
  way: text('way').notNull(),
  basis: text('basis'),
  days: text('days', { mode: 'json' }).notNull(),
  from: text('from_date'),
  until: text('until_date'),
  outcome: text('outcome'),
  closedOn: text('closed_on'),
  recordedOn: text('recorded_on').notNull()
})

export const poll = sqliteTable('poll', {
  id: text('id').primaryKey(),
  number: text('number').notNull(),
  name: text('name').notNull(),
  organisationId: text('organisation_id').notNull(),
  year: integer('year').notNull(),
  kind: text('kind').notNull(),
  scale: text('scale').notNull(),
  date: text('date'),
  meetingId: text('meeting_id'),
  classes: text('classes', { mode: 'json' }).notNull(),
  questions: text('questions', { mode: 'json' }).notNull(),
  quota: integer('quota'),
  overReason: text('over_reason'),
  finishedOn: text('finished_on'),
  recordedOn: text('recorded_on').notNull()
})

export const pollSubject = sqliteTable('poll_subject', {
  id: text('id').primaryKey(),
  pollId: text('poll_id').notNull(),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  memberId: text('member_id'),
  post: text('post'),
  results: text('results', { mode: 'json' }).notNull(),
  workScore: real('work_score'),
  dailyScore: real('daily_score'),
  negative: text('negative'),
  opinion: text('opinion'),
  final: text('final'),
  reason: text('reason')
})

export const ballotCount = sqliteTable('ballot_count', {
  id: text('id').primaryKey(),
  owner: text('owner').notNull(),
  ownerId: text('owner_id').notNull(),
  part: text('part').notNull(),
  way: text('way').notNull(),
  scale: text('scale').notNull(),
  lines: text('lines', { mode: 'json' }).notNull(),
  issued: integer('issued'),
  returned: integer('returned'),
  passes: text('passes', { mode: 'json' }).notNull(),
  teller: text('teller'),
  confirmedOn: text('confirmed_on')
})

export const ballotBox = sqliteTable('ballot_box', {
  id: text('id').primaryKey(),
  state: text('state').notNull(),
  recipient: text('recipient').notNull(),
  locks: text('locks', { mode: 'json' }).notNull()
})

export const ballotSlot = sqliteTable(
  'ballot_slot',
  {
    boxId: text('box_id').notNull(),
    slot: text('slot').notNull(),
    sealed: text('sealed').notNull(),
    filled: integer('filled', { mode: 'boolean' }).notNull()
  },
  ({ boxId, slot }) => [primaryKey({ columns: [boxId, slot] })]
)

export const ballotSlip = sqliteTable(
  'ballot_slip',
  {
    boxId: text('box_id').notNull(),
    code: text('code').notNull(),
    used: integer('used', { mode: 'boolean' }).notNull()
  },
  ({ boxId, code }) => [primaryKey({ columns: [boxId, code] })]
)

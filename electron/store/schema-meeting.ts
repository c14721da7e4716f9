import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/* The tables of meetings and of what comes of them, as the newest migration leaves them. */
export const meeting = sqliteTable('meeting', {
  id: text('id').primaryKey(),
  number: text('number').notNull(),
  organisationId: text('organisation_id').notNull(),
  name: text('name'),
  year: integer('year').notNull(),
  plannedOn: text('planned_on'),
  date: text('date').notNull(),
  start: text('start_time'),
  end: text('end_time'),
  place: text('place'),
  hostName: text('host_name'),
  hostId: text('host_id'),
  recorderName: text('recorder_name'),
  recorderId: text('recorder_id'),
  lecturerName: text('lecturer_name'),
  lecturerId: text('lecturer_id'),
  statedPresent: integer('stated_present'),
  topic: text('topic'),
  hours: real('hours'),
  theme: text('theme'),
  guests: text('guests', { mode: 'json' }).notNull(),
  lateOrEarly: text('late_or_early', { mode: 'json' }).notNull(),
  materials: text('materials', { mode: 'json' }).notNull(),
  minutes: text('minutes'),
  writtenOn: text('written_on'),
  recordedOn: text('recorded_on').notNull(),
  state: text('state').notNull(),
  contents: text('contents', { mode: 'json' }).notNull(),
  handout: text('handout'),
  reportedTo: text('reported_to'),
  reportedOn: text('reported_on'),
  lifeMeetingId: text('life_meeting_id')
})

export const meetingType = sqliteTable(
  'meeting_type',
  { meetingId: text('meeting_id').notNull(), position: integer('position').notNull(), type: text('type').notNull() },
  (table) => [primaryKey({ columns: [table.meetingId, table.type] })]
)

export const meetingAbsence = sqliteTable(
  'meeting_absence',
  {
    meetingId: text('meeting_id').notNull(),
    memberId: text('member_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    reason: text('reason').notNull()
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.memberId] })]
)

export const agendaItem = sqliteTable(
  'agenda_item',
  {
    meetingId: text('meeting_id').notNull(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    kind: text('kind').notNull(),
    presenterName: text('presenter_name'),
    presenterId: text('presenter_id'),
    subjectName: text('subject_name'),
    subjectId: text('subject_id'),
    resolution: text('resolution'),
    voted: integer('voted', { mode: 'boolean' }).notNull(),
    method: text('method'),
    yes: integer('yes'),
    no: integer('no'),
    abstained: integer('abstained'),
    writtenYes: integer('written_yes'),
    writtenNo: integer('written_no'),
    writtenAbstained: integer('written_abstained'),
    issued: integer('issued'),
    returned: integer('returned'),
    steps: text('steps', { mode: 'json' }).notNull()
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.number] })]
)

export const speech = sqliteTable(
  'speech',
  {
    meetingId: text('meeting_id').notNull(),
    itemNumber: integer('item_number').notNull(),
    position: integer('position').notNull(),
    speakerName: text('speaker_name').notNull(),
    speakerId: text('speaker_id'),
    text: text('text').notNull()
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.itemNumber, table.position] })]
)

export const meetingVersion = sqliteTable(
  'meeting_version',
  {
    meetingId: text('meeting_id').notNull(),
    number: integer('number').notNull(),
    reason: text('reason').notNull(),
    openedOn: text('opened_on').notNull(),
    accountName: text('account_name').notNull(),
    record: text('record', { mode: 'json' }).notNull(),
    life: text('life', { mode: 'json' })
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.number] })]
)

export const meetingRelease = sqliteTable(
  'meeting_release',
  {
    meetingId: text('meeting_id').notNull(),
    ruleId: text('rule_id').notNull(),
    itemNumber: integer('item_number').notNull(),
    reason: text('reason').notNull(),
    releasedOn: text('released_on').notNull(),
    accountName: text('account_name').notNull()
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.ruleId, table.itemNumber] })]
)

export const organisationLife = sqliteTable('organisation_life', {
  meetingId: text('meeting_id').primaryKey(),
  value: text('value', { mode: 'json' }).notNull()
})

export const plan = sqliteTable('plan', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  types: text('types', { mode: 'json' }).notNull(),
  plannedOn: text('planned_on').notNull(),
  start: text('start_time'),
  place: text('place'),
  subject: text('subject'),
  note: text('note'),
  meetingId: text('meeting_id')
})

export const rectification = sqliteTable('rectification', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  meetingId: text('meeting_id'),
  problem: text('problem').notNull(),
  source: text('source'),
  target: text('target'),
  measure: text('measure'),
  personName: text('person_name'),
  personId: text('person_id'),
  dueOn: text('due_on'),
  progress: text('progress', { mode: 'json' }).notNull(),
  remeasured: text('remeasured'),
  closedOn: text('closed_on'),
  year: integer('year'),
  item: text('item'),
  cycle: integer('cycle').notNull(),
  previousId: text('previous_id'),
  passedUpOn: text('passed_up_on')
})

export const task = sqliteTable('task', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  subject: text('subject').notNull(),
  meetingId: text('meeting_id'),
  itemNumber: integer('item_number'),
  personName: text('person_name'),
  personId: text('person_id'),
  dueOn: text('due_on'),
  doneOn: text('done_on'),
  result: text('result')
})

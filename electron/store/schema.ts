import { blob, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The tables as the newest migration leaves them; a test holds the two together column by column. */
export const setting = sqliteTable('setting', {
  name: text('name').primaryKey(),
  value: text('value').notNull()
})

export const organisation = sqliteTable('organisation', {
  id: text('id').primaryKey(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  shortName: text('short_name'),
  kind: text('kind').notNull(),
  parentId: text('parent_id'),
  foundedOn: text('founded_on'),
  electedOn: text('elected_on'),
  termYears: integer('term_years'),
  hasCommittee: integer('has_committee', { mode: 'boolean' }),
  themeDay: integer('theme_day'),
  extendedUntil: text('extended_until'),
  recordsFrom: text('records_from')
})

export const member = sqliteTable('member', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  pinyin: text('pinyin').notNull(),
  initials: text('initials').notNull(),
  sex: text('sex').notNull(),
  nation: text('nation'),
  citizenId: text('citizen_id'),
  bornOn: text('born_on'),
  education: text('education'),
  degree: text('degree'),
  category: text('category').notNull(),
  joinedOn: text('joined_on'),
  fullOn: text('full_on'),
  leader: integer('leader', { mode: 'boolean' }).notNull(),
  job: text('job'),
  phone: text('phone'),
  landline: text('landline'),
  address: text('address'),
  honours: text('honours'),
  hardship: text('hardship'),
  standing: text('standing').notNull(),
  note: text('note'),
  strokeKey: text('stroke_key').notNull(),
  erasedOn: text('erased_on')
})

export const membership = sqliteTable('membership', {
  id: text('id').primaryKey(),
  memberId: text('member_id').notNull(),
  position: integer('position').notNull(),
  organisationId: text('organisation_id').notNull(),
  groupId: text('group_id'),
  affiliation: text('affiliation').notNull(),
  from: text('from_date'),
  to: text('to_date'),
  entryWay: text('entry_way'),
  exitWay: text('exit_way'),
  cameFrom: text('came_from'),
  wentTo: text('went_to'),
  statedPosts: text('stated_posts', { mode: 'json' }).notNull()
})

export const post = sqliteTable('post', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  memberId: text('member_id').notNull(),
  title: text('title').notNull(),
  from: text('from_date').notNull(),
  to: text('to_date'),
  appointedBy: text('appointed_by')
})

export const suspension = sqliteTable('suspension', {
  id: text('id').primaryKey(),
  memberId: text('member_id').notNull(),
  organisationId: text('organisation_id').notNull(),
  kind: text('kind').notNull(),
  from: text('from_date').notNull(),
  to: text('to_date'),
  basis: text('basis')
})

export const whereabouts = sqliteTable('whereabouts', {
  id: text('id').primaryKey(),
  memberId: text('member_id').notNull(),
  kind: text('kind').notNull(),
  from: text('from_date').notNull(),
  to: text('to_date'),
  place: text('place'),
  contact: text('contact'),
  note: text('note')
})

export const distinctPair = sqliteTable(
  'distinct_pair',
  { oneId: text('one_id').notNull(), otherId: text('other_id').notNull() },
  (table) => [primaryKey({ columns: [table.oneId, table.otherId] })]
)

export const exemption = sqliteTable('exemption', {
  id: text('id').primaryKey(),
  memberId: text('member_id').notNull(),
  organisationId: text('organisation_id').notNull(),
  ground: text('ground').notNull(),
  from: text('from_date').notNull(),
  to: text('to_date'),
  approval: text('approval'),
  resolvedOn: text('resolved_on')
})

export const attachment = sqliteTable('attachment', {
  id: text('id').primaryKey(),
  record: text('record').notNull(),
  recordId: text('record_id').notNull(),
  organisationId: text('organisation_id').notNull(),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  caption: text('caption'),
  size: integer('size').notNull(),
  digest: text('digest').notNull(),
  width: integer('width'),
  height: integer('height'),
  shownOn: text('shown_on'),
  filedOn: text('filed_on').notNull(),
  filedBy: text('filed_by').notNull()
})

export const attachmentBytes = sqliteTable('attachment_bytes', {
  attachmentId: text('attachment_id').primaryKey(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  preview: blob('preview', { mode: 'buffer' }),
  original: blob('original', { mode: 'buffer' })
})

export const phrase = sqliteTable('phrase', {
  id: text('id').primaryKey(),
  field: text('field').notNull(),
  text: text('text').notNull(),
  used: integer('used').notNull(),
  usedOn: text('used_on').notNull()
})

export const rulePackage = sqliteTable('rule_package', {
  id: text('id').primaryKey(),
  value: text('value', { mode: 'json' }).notNull(),
  takenOn: text('taken_on').notNull()
})

export const ruleOverride = sqliteTable(
  'rule_override',
  {
    ruleId: text('rule_id').notNull(),
    parameter: text('parameter').notNull(),
    fromYear: integer('from_year').notNull(),
    value: real('value'),
    note: text('note').notNull(),
    changedOn: text('changed_on').notNull(),
    accountName: text('account_name').notNull()
  },
  (table) => [primaryKey({ columns: [table.ruleId, table.parameter, table.fromYear] })]
)

export const study = sqliteTable('study', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  memberId: text('member_id').notNull(),
  date: text('date').notNull(),
  content: text('content'),
  hours: real('hours').notNull(),
  kind: text('kind')
})

export const account = sqliteTable('account', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  title: text('title').notNull(),
  roles: text('roles', { mode: 'json' }).notNull(),
  organisationId: text('organisation_id'),
  memberId: text('member_id'),
  disabled: integer('disabled', { mode: 'boolean' }).notNull(),
  mustChange: integer('must_change', { mode: 'boolean' }).notNull(),
  createdOn: text('created_on').notNull(),
  passwordSetOn: text('password_set_on').notNull(),
  passwordPast: text('password_past', { mode: 'json' }).notNull()
})

export const audit = sqliteTable('audit', {
  seq: integer('seq').primaryKey(),
  at: text('at').notNull(),
  elapsed: integer('elapsed').notNull(),
  counter: integer('counter').notNull(),
  actorId: text('actor_id').notNull(),
  actorName: text('actor_name').notNull(),
  roles: text('roles').notNull(),
  act: text('act').notNull(),
  object: text('object').notNull(),
  result: text('result').notNull(),
  hash: text('hash').notNull()
})

export const draft = sqliteTable(
  'draft',
  {
    accountId: text('account_id').notNull(),
    name: text('name').notNull(),
    value: text('value').notNull(),
    savedAt: text('saved_at').notNull()
  },
  (table) => [primaryKey({ columns: [table.accountId, table.name] })]
)

export const preference = sqliteTable(
  'preference',
  { accountId: text('account_id').notNull(), name: text('name').notNull(), value: text('value').notNull() },
  (table) => [primaryKey({ columns: [table.accountId, table.name] })]
)

export const journal = sqliteTable('journal', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  label: text('label').notNull(),
  at: text('at').notNull(),
  accountName: text('account_name').notNull(),
  undoneAt: text('undone_at')
})

export const journalRow = sqliteTable(
  'journal_row',
  {
    journalId: text('journal_id').notNull(),
    position: integer('position').notNull(),
    record: text('record').notNull(),
    recordId: text('record_id').notNull(),
    before: text('before'),
    afterDigest: text('after_digest')
  },
  (table) => [primaryKey({ columns: [table.journalId, table.position] })]
)

/** A unit's own .docx for one kind of document; `bytes` is the file as it was given. */
export const template = sqliteTable('template', {
  kind: text('kind').primaryKey(),
  fileName: text('file_name').notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  takenOn: text('taken_on').notNull()
})

/** Which row of the full-text index stands for which record. */
export const searchEntry = sqliteTable('search_entry', {
  number: integer('number').primaryKey(),
  record: text('record').notNull(),
  recordId: text('record_id').notNull()
})

/** Records the index has not caught up with. */
export const searchDirty = sqliteTable(
  'search_dirty',
  { record: text('record').notNull(), recordId: text('record_id').notNull() },
  (table) => [primaryKey({ columns: [table.record, table.recordId] })]
)

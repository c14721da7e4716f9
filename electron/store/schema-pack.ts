import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/* The tables of warnings, packs and sealed years, as the newest migration leaves them. */
export const alertSnooze = sqliteTable('alert_snooze', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  code: text('code').notNull(),
  subject: text('subject').notNull(),
  until: text('until').notNull(),
  reason: text('reason').notNull(),
  at: text('at').notNull(),
  accountName: text('account_name').notNull()
})

export const packRun = sqliteTable('pack_run', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  year: integer('year').notNull(),
  madeAt: text('made_at').notNull(),
  accountName: text('account_name').notNull(),
  folder: text('folder').notNull(),
  manifest: text('manifest', { mode: 'json' }).notNull(),
  figures: text('figures', { mode: 'json' }).notNull()
})

export const yearSeal = sqliteTable(
  'year_seal',
  {
    seal: text('seal').notNull(),
    organisationId: text('organisation_id').notNull(),
    year: integer('year').notNull(),
    packId: text('pack_id').notNull(),
    sealedAt: text('sealed_at').notNull(),
    sealedBy: text('sealed_by').notNull(),
    reopenedAt: text('reopened_at'),
    reopenedBy: text('reopened_by'),
    reason: text('reason')
  },
  (table) => [primaryKey({ columns: [table.seal, table.organisationId] })]
)

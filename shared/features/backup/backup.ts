import { z } from 'zod'

/** How many records of each kind a copy holds, by table name. */
export const countsSchema = z.record(z.string(), z.number().int().min(0))

/**
 * What stands in a copy's manifest.json. `seal` is an HMAC over all the rest under a key that only the store's own
 * passwords lead to, so that no field can be changed unnoticed. `audit` is the end of the chain at that moment.
 */
export const manifestSchema = z.strictObject({
  format: z.literal('dangwu-antou/backup'),
  v: z.literal(1),
  vaultId: z.string(),
  unit: z.string(),
  storeName: z.string(),
  program: z.string(),
  schema: z.number().int(),
  madeAt: z.string(),
  madeBy: z.string(),
  counts: countsSchema,
  audit: z.strictObject({ seq: z.number().int(), hash: z.string() }),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.number().int(), sha256: z.string() })).length(2),
  seal: z.string()
})
export type Manifest = z.infer<typeof manifestSchema>

/** One copy as a list shows it; `whole` is null until somebody asked for it to be verified again. */
export type BackupCard = {
  name: string
  madeAt: string
  madeBy: string
  bytes: number
  members: number
  meetings: number
}

/** What was found inside a copy after everything in it was checked. */
export type BackupContents = Omit<Manifest, 'seal' | 'files' | 'format' | 'v'> & { bytes: number }

/** What the office knows of its copies: kept in the store, shown in the status bar. */
export const backupStateSchema = z.object({
  lastAt: z.string().nullable(),
  lastName: z.string().nullable(),
  lastFolder: z.string().nullable(),
  lastSeq: z.number().int(),
  failedAt: z.string().nullable(),
  failure: z.string().nullable(),
  drilledAt: z.string().nullable()
})
export type BackupState = z.infer<typeof backupStateSchema>

export const noBackupYet: BackupState = {
  lastAt: null,
  lastName: null,
  lastFolder: null,
  lastSeq: 0,
  failedAt: null,
  failure: null,
  drilledAt: null
}

/** `missing`: the last copy cannot be seen where it was put (a stick that is not plugged in). */
export type BackupLevel = 'good' | 'none' | 'old' | 'missing' | 'failed'
export type BackupStatus = BackupState & {
  level: BackupLevel
  /** Changes since the last copy. */
  changes: number
  folder: string
  drillDue: boolean
}

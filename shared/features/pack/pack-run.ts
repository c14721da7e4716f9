import { z } from 'zod'

/** A file of a pack: path inside its folder with `/`, SHA-256 in hex, bytes, and pages where it is a PDF. */
export const packFileSchema = z.object({
  path: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  pages: z.number().nullable()
})

export const packManifestSchema = z.object({
  documents: z.array(
    z.object({
      title: z.string(),
      kind: z.string(),
      volume: z.string(),
      number: z.string(),
      records: z.array(z.string()),
      files: z.array(packFileSchema)
    })
  )
})

/** A pack that was written: `madeAt` an ISO time, `folder` where it lies, `figures` its report.json. */
export const packRunSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  year: z.number().int(),
  madeAt: z.string(),
  accountName: z.string(),
  folder: z.string(),
  manifest: packManifestSchema,
  figures: z.unknown()
})
export type PackRun = z.infer<typeof packRunSchema>

/** A year of an organisation that was sealed; with `reopenedAt` it is open again, and `reason` says why. */
export const yearSealSchema = z.object({
  seal: z.string(),
  organisationId: z.string(),
  year: z.number().int(),
  packId: z.string(),
  sealedAt: z.string(),
  sealedBy: z.string(),
  reopenedAt: z.string().nullable(),
  reopenedBy: z.string().nullable(),
  reason: z.string().nullable()
})
export type YearSeal = z.infer<typeof yearSealSchema>

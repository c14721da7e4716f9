import { z } from 'zod'
import { type KeySlot, slotSchema } from '../../store/key-file.ts'
import { saveRow } from '../../store/rows.ts'
import { seal } from '../../store/schema-talk.ts'
import type { Tables } from '../../store/store.ts'

const failuresSchema = z.object({ count: z.number(), until: z.string().nullable() })

/** The ways to the L3 key, and the wrong attempts since the last right one. */
export type Seal = { slots: KeySlot[]; failures: z.infer<typeof failuresSchema>; setOn: string }

export function readSeal(tables: Tables): Seal | null {
  const row = tables.select().from(seal).get()
  if (row === undefined) return null
  return {
    slots: z.array(slotSchema).parse(row.slots),
    failures: failuresSchema.parse(row.failures),
    setOn: row.setOn
  }
}

export const saveSeal = (tables: Tables, value: Seal): void => saveRow(tables, seal, { id: 'L3', ...value })

import { setting } from '../../store/schema.ts'
import type { Tables } from '../../store/store.ts'

/** Everything the office has set, by name; values are text. */
export const allSettings = (tables: Tables): Map<string, string> =>
  new Map(
    tables
      .select()
      .from(setting)
      .all()
      .map(({ name, value }) => [name, value])
  )

export function saveSetting(tables: Tables, name: string, value: string): void {
  tables.insert(setting).values({ name, value }).onConflictDoUpdate({ target: setting.name, set: { value } }).run()
}

import { eq, getTableColumns, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Tables } from './store.ts'

type Prepared = { run(values: Record<string, unknown>): unknown }

/** Statements made ready once per open store: an import writes tens of thousands of rows. */
const ready = new WeakMap<Tables, Map<unknown, Prepared>>()

function once(tables: Tables, key: unknown, prepare: () => Prepared): Prepared {
  const known = ready.get(tables) ?? new Map<unknown, Prepared>()
  ready.set(tables, known)
  const statement = known.get(key) ?? prepare()
  known.set(key, statement)
  return statement
}

function prepareSave(tables: Tables, table: SQLiteTable): Prepared {
  const columns = getTableColumns(table)
  const names = Object.keys(columns)
  // Bare placeholders: those with a column's encoder would turn null into false or into the text "null".
  const values = Object.fromEntries(names.map((name) => [name, sql`${sql.placeholder(name)}`]))
  const insert = tables.insert(table).values(values as never)
  const key = Object.values(columns).find((column) => column.primary)
  if (key === undefined) return insert.prepare()
  const set = Object.fromEntries(
    names.map((name) => [name, sql`excluded.${sql.identifier(columns[name]?.name ?? name)}`])
  )
  return insert.onConflictDoUpdate({ target: key, set: set as never }).prepare()
}

/**
 * Writes one whole row; a table with an id of its own takes the row in place of the one that is there. Columns that are
 * not given become null.
 */
export function saveRow<Table extends SQLiteTable>(tables: Tables, table: Table, row: Table['$inferInsert']): void {
  const given: Record<string, unknown> = row
  const values = Object.entries(getTableColumns(table)).map(([name, column]) => {
    const value = given[name] ?? null
    return [name, value === null ? null : column.mapToDriverValue(value)]
  })
  once(tables, table, () => prepareSave(tables, table)).run(Object.fromEntries(values))
}

/** Deletes the rows of a table in which the column has the value. */
export function deleteRows(tables: Tables, table: SQLiteTable, column: SQLiteColumn, value: string): void {
  once(tables, column, () =>
    tables
      .delete(table)
      .where(eq(column, sql.placeholder('value')))
      .prepare()
  ).run({ value })
}

/** References are checked at the end of the transaction that is running, not row by row. */
export const deferForeignKeys = (tables: Tables): void => {
  tables.run(sql`PRAGMA defer_foreign_keys = ON`)
}

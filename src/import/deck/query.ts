import type { SqlValue } from 'sql.js'

/** Rows of a query, one after the other. */
export type Query = (sql: string) => Iterable<SqlValue[]>

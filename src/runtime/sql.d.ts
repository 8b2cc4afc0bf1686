/**
 * As much of sql.js as the pure folders use. Its own types bring Node's and the page's along:
 * tsconfig.pure.json puts this file in their place.
 */
export type SqlValue = number | string | Uint8Array

export interface Statement {
  run(values: SqlValue[]): void
  free(): boolean
}

export interface Database {
  exec(sql: string): unknown
  run(sql: string, values: SqlValue[]): Database
  prepare(sql: string): Statement
  export(): Uint8Array
  close(): void
}

export default function initSqlJs(
  source: { locateFile: () => string } | { wasmBinary: ArrayBuffer }
): Promise<{ Database: new (file?: Uint8Array) => Database }>

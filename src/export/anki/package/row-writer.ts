import type { Database, Statement, SqlValue } from 'sql.js'

/** So many rows go into the database at once: stepping into SQLite costs more than writing a row. */
const GROUP = 25

/** Inserts many rows with few statements. */
export class RowWriter {
  readonly #many: Statement
  readonly #one: Statement
  readonly #width: number
  #values: SqlValue[] = []

  /** `start` as in `INSERT INTO notes VALUES`, `row` as in `(?, CAST(? AS TEXT))`. */
  constructor(database: Database, start: string, row: string) {
    this.#width = row.split('?').length - 1
    this.#many = database.prepare(`${start} ${Array.from({ length: GROUP }, () => row).join()}`)
    this.#one = database.prepare(`${start} ${row}`)
  }

  /** Adds a row; it stands in the table after the next `flush` at the latest. */
  add(...row: SqlValue[]): void {
    for (const value of row) this.#values.push(value)
    if (this.#values.length < GROUP * this.#width) return
    this.#many.run(this.#values)
    this.#values = []
  }

  /** Writes what waits. */
  flush(): void {
    for (let at = 0; at < this.#values.length; at += this.#width) {
      this.#one.run(this.#values.slice(at, at + this.#width))
    }
    this.#values = []
  }

  free(): void {
    this.#many.free()
    this.#one.free()
  }
}

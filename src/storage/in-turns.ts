/** Requests that are made at once, and characters in them: to make thousands takes the page a moment in which it stands still. */
const most = 200
const mostText = 1_000_000

/**
 * Makes a request of a transaction for each row, some at a time, and gives what they gave. The transaction stays
 * open as long as nothing else is awaited: one of its requests is always under way.
 */
export async function inTurns<Row extends object, Result>(
  rows: readonly Row[],
  ask: (row: Row) => Promise<Result>
): Promise<Result[]> {
  const results: Result[] = []
  let [turn, text]: [Promise<Result>[], number] = [[], 0]
  for (const row of rows) {
    if (turn.length === most || (turn.length > 0 && text > mostText)) {
      for (const result of await Promise.all(turn)) results.push(result)
      ;[turn, text] = [[], 0]
    }
    turn.push(ask(row))
    text += 'text' in row && typeof row.text === 'string' ? row.text.length : 0
  }
  for (const result of await Promise.all(turn)) results.push(result)
  return results
}

import Papa from 'papaparse'
import { say } from '../../say/say.ts'
import { decodeText } from '../decode-text.ts'
import { ImportRefusal, type ImportSource } from '../importer.ts'
import { refuseOpenQuotes } from './open-quotes.ts'

/** Bytes that a table must stay below. */
const most = 50_000_000

/** Reads the rows of a table in any encoding, whatever parts its cells; all rows are made equally long. */
export async function readRows({ path, blob }: ImportSource): Promise<string[][]> {
  if (blob.size >= most) {
    throw new ImportRefusal(
      say('{path} is {size} MB; a table must stay below 50 MB. Split it.', {
        path,
        size: (blob.size / 1e6).toFixed(1)
      })
    )
  }
  const text = decodeText(new Uint8Array(await blob.arrayBuffer()))
  if (text.startsWith('PK\u0003\u0004') || text.slice(0, 1000).includes('\0')) {
    throw new ImportRefusal(
      say('{path} is no table of text. Open it in its own program and save it as CSV, UTF-8.', {
        path
      })
    )
  }
  const named = /^sep=(.)\r?\n/i.exec(text)
  const table = named ? text.slice(named[0].length) : text
  const { data, errors } = Papa.parse<string[]>(table, {
    delimiter: named?.[1] ?? (/\.(?:tsv|tab)$/i.test(path) ? '\t' : ''),
    skipEmptyLines: 'greedy'
  })
  refuseOpenQuotes(path, table, errors, named ? 1 : 0)
  const columns = data.reduce((widest, row) => Math.max(widest, row.length), 0)
  const rows = data.map((row) => Array.from({ length: columns }, (_, at) => (row[at] ?? '').trim()))
  return rows.filter((row) => row.some((cell) => cell !== ''))
}

import * as v from 'valibot'
import { drop, keep, kept } from '../../storage/small-store.ts'

/*
 * A browser that runs out of memory closes the page without a word. So large work is noted down with
 * the tab while it is under way: when the page is there again, it says how far it got.
 */
const key = 'laegna.under-way'
const schema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ exporter: v.string(), percent: v.optional(v.number()) })
)

/** Notes an export down until `work` ends. One that never says how far it is, is a look ahead. */
export async function noteWhile<Result>(
  exporter: string,
  work: (progress: (done: number, total: number) => void) => Promise<Result>
): Promise<Result> {
  const forget = () => drop(key, 'sessionStorage')
  let noted: number | undefined
  const note = (percent?: number) =>
    keep(key, JSON.stringify({ exporter, percent }), 'sessionStorage')
  note()
  // A page that is left in good order was not cut off.
  window.addEventListener('pagehide', forget)
  try {
    return await work((done, total) => {
      const percent = total > 0 ? Math.floor((100 * done) / total) : 0
      if (percent === noted) return
      noted = percent
      note(percent)
    })
  } finally {
    window.removeEventListener('pagehide', forget)
    forget()
  }
}

/** What to say of work that was cut off when the page was here last; said once. */
export function tellOfCutOff(): string | undefined {
  const found = kept(key, schema, 'sessionStorage')
  drop(key, 'sessionStorage')
  if (!found) return undefined
  const { exporter, percent } = found
  return percent === undefined
    ? `The browser closed the page while it looked ahead at the export “${exporter}”, most likely for want of memory. ${whatToDo()}`
    : `The browser closed the page at ${percent} % of the export “${exporter}”, most likely for want of memory. ${whatToDo()}`
}

function whatToDo(): string {
  return 'Your texts are safe. Export fewer files at a time, put less into the dataset, or close other tabs and programs first.'
}

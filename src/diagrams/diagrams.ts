import { DrawingFrame, type FrameComplaint } from './frame.ts'
import { lineInSource } from './line-in-source.ts'
import type { Failure, Outcome } from './outcome.ts'
import { say, type Said } from '../say/say.ts'

/** Characters of a diagram; the library's own layout would take seconds for more. */
const longest = 20_000
/** Outcomes that are kept. */
const mostKept = 300

const unavailable: Failure = {
  kind: 'unavailable',
  why: say('what draws them could not be loaded. With a network it is loaded once, and kept.')
}
const oneFile: Failure = {
  kind: 'unavailable',
  why: say('this page in one file goes without what draws them. The page from a server has it.')
}

/** The library is as large as all the rest: the page in one file goes without. */
const fetchLibrary =
  import.meta.env.MODE === 'single-file'
    ? undefined
    : async () => (await import('./library.ts')).fetchLibrary()

/** Draws diagrams one after another, each once; the library comes with the first. */
class Diagrams {
  readonly #known = new Map<string, Outcome>()
  readonly #coming = new Map<string, Promise<Outcome>>()
  #last: Promise<unknown> = Promise.resolve()
  #library: Promise<string> | undefined
  #frame: DrawingFrame | undefined

  /** What became of a diagram, if it was drawn before. */
  known(source: string): Outcome | undefined {
    return this.#known.get(source)
  }

  /** Never rejects. */
  draw(source: string): Promise<Outcome> {
    const known = this.#known.get(source)
    if (known) return Promise.resolve(known)
    const coming = this.#coming.get(source)
    if (coming) return coming
    const drawing = this.#last.then(() => this.#drawNext(source))
    this.#coming.set(source, drawing)
    this.#last = drawing
    return drawing
  }

  async #drawNext(source: string): Promise<Outcome> {
    const outcome = await this.#outcome(source)
    this.#coming.delete(source)
    // What could not be loaded is asked for again.
    if (outcome.kind !== 'unavailable') this.#known.set(source, outcome)
    const [oldest] = this.#known.keys()
    if (this.#known.size > mostKept && oldest !== undefined) this.#known.delete(oldest)
    return outcome
  }

  async #outcome(source: string): Promise<Outcome> {
    if (!fetchLibrary) return oneFile
    if (source.length > longest) {
      return broken(say('it has more than {longest} characters. Part it.', { longest }))
    }
    try {
      this.#library ??= fetchLibrary()
      this.#frame ??= await DrawingFrame.open(await this.#library, longest)
    } catch {
      this.#library = undefined
      return unavailable
    }
    try {
      const drawn = await this.#frame.draw(source)
      return 'kind' in drawn ? drawn : failureOf(drawn, source)
    } catch {
      this.#frame.close()
      this.#frame = undefined
      return broken(say('it takes too long. Make it smaller, or part it.'))
    }
  }
}

/** Of the whole page: one frame for all that it shows. */
export const diagrams = new Diagrams()

function failureOf({ error, line }: FrameComplaint, source: string): Failure {
  if (/No diagram type detected|UnknownDiagramError/i.test(error)) {
    return broken(
      say('its first line names no kind of diagram that Mermaid knows, such as flowchart.')
    )
  }
  if (/image/i.test(error) && line === undefined) {
    return broken(
      say('it shows a picture from elsewhere, which is not fetched. Take the picture out.')
    )
  }
  if (/maximum|too many|edges/i.test(error)) return broken(say('it is too large. Part it.'))
  const named = /\bline:?\s*(\d+)/i.exec(error)?.[1]
  const at = named === undefined ? line : Number(named)
  if (at === undefined || !(at >= 1)) return broken(say('Mermaid cannot read it. Mend its code.'))
  const place = lineInSource(source, at)
  const written = source.split('\n')[place - 1]?.trim() ?? ''
  return broken(
    written === ''
      ? say('Mermaid cannot read its line {number}. Mend it there.', { number: String(place) })
      : say('Mermaid cannot read its line {number}, “{written}”. Mend it there.', {
          number: String(place),
          written
        })
  )
}

function broken(why: Said): Failure {
  return { kind: 'broken', why }
}

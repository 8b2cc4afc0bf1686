import * as v from 'valibot'
import driver from './in-frame.js?raw'
import type { Picture } from './outcome.ts'
import { pictureOf } from './picture.ts'

/** What the library says of a diagram that it does not draw. */
export interface FrameComplaint {
  error: string
  /** Where it stopped, counted without comments and header. */
  line: number | undefined
}

/** The frame is not to be trusted: only what has the right form is taken. */
const answerSchema = v.object({
  markup: v.optional(v.string()),
  error: v.optional(v.string()),
  line: v.nullish(v.number())
})

/** Milliseconds. */
const longestStart = 20_000
const longestDrawing = 10_000

export class FrameTrouble extends Error {
  override name = 'FrameTrouble'
}

/**
 * A sandboxed frame with the library in it: of no origin, without a network, and with styles that the
 * page's own policy would refuse. It stands in an empty page of ours, whose policy it inherits.
 */
export class DrawingFrame {
  readonly #outer: HTMLIFrameElement
  readonly #port: MessagePort
  readonly #parser: DOMParser

  private constructor(outer: HTMLIFrameElement, port: MessagePort, parser: DOMParser) {
    this.#outer = outer
    this.#port = port
    this.#parser = parser
  }

  /** Rejects with `FrameTrouble` where there can be none. */
  static async open(library: string, most: number): Promise<DrawingFrame> {
    const outer = document.createElement('iframe')
    // It has to be laid out, so that text in it can be measured, and nobody is to meet it.
    outer.className = 'drawing-frame'
    outer.tabIndex = -1
    outer.ariaHidden = 'true'
    outer.title = 'Diagrams are drawn here'
    outer.src = new URL('diagrams.html', document.baseURI).href
    try {
      await within(longestStart, loaded(outer, document.body))
      const page = outer.contentDocument
      const view = page?.defaultView
      if (page?.title !== 'Diagrams' || !view) throw new FrameTrouble('diagrams.html is not there.')
      const inner = page.createElement('iframe')
      inner.setAttribute('sandbox', 'allow-scripts')
      inner.width = '760'
      inner.height = '800'
      inner.srcdoc = `<!doctype html><meta charset="utf-8"><body><script nonce="diagrams">${driver}</script>`
      await within(longestStart, loaded(inner, page.body))
      const { port1, port2 } = new MessageChannel()
      const ready = next(port1)
      inner.contentWindow?.postMessage({ library, most }, '*', [port2])
      await within(longestStart, ready)
      return new DrawingFrame(outer, port1, new view.DOMParser())
    } catch (error) {
      outer.remove()
      throw error
    }
  }

  /** One at a time. Rejects with `FrameTrouble` where it takes too long: then the frame is of no use. */
  async draw(source: string): Promise<Picture | FrameComplaint> {
    const answer = next(this.#port)
    this.#port.postMessage({ source })
    const said = await within(longestDrawing, answer)
    const read = v.safeParse(answerSchema, said)
    if (!read.success) return { error: '', line: undefined }
    const { markup, error = '', line } = read.output
    const picture = markup === undefined ? undefined : pictureOf(markup, this.#parser)
    return picture ?? { error, line: line ?? undefined }
  }

  close(): void {
    this.#port.close()
    this.#outer.remove()
  }
}

function loaded(frame: HTMLIFrameElement, parent: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true })
    parent.append(frame)
  })
}

function next(port: MessagePort): Promise<unknown> {
  return new Promise((resolve) => {
    port.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data)
  })
}

async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer = 0
  const late = new Promise<never>((_, reject) => {
    timer = window.setTimeout(() => reject(new FrameTrouble('It took too long.')), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

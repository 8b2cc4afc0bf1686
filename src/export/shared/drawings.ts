import { sayCount, type Said } from '../../say/say.ts'
import { defaultSettings } from '../../document/settings.ts'
import type { DiagramDrawing, DrawDiagram, ExportContext, ExportInput } from '../contract.ts'

/** The diagrams of an export, each drawn once, and which of them stay code. */
export class Drawings {
  readonly #draw: DrawDiagram | undefined
  /** Whether such code is a diagram in this project at all. */
  readonly areRead: boolean
  readonly #drawn = new Map<string, DiagramDrawing>()
  /** Where each that stays code was met first, and why it does. */
  readonly #code = new Map<string, { path: string; why: Said | string }>()
  /** Once nothing can be drawn, nobody is asked again. */
  #unavailable: DiagramDrawing | undefined

  constructor({ settings }: Pick<ExportInput, 'settings'>, { drawDiagram }: DrawingContext) {
    this.areRead = settings?.noteSyntax ?? defaultSettings.noteSyntax
    if (this.areRead) this.#draw = drawDiagram
  }

  /** Draws diagrams of a file, unless they were met before. */
  async draw(sources: string[], path: string, drawn?: (done: number) => void): Promise<void> {
    for (const [at, source] of sources.entries()) {
      if (!this.#draw || this.#drawn.has(source)) continue
      const drawing = this.#unavailable ?? (await this.#draw(source))
      if (drawing.kind === 'unavailable') this.#unavailable = drawing
      if (drawing.kind !== 'picture') this.#code.set(source, { path, why: drawing.why })
      this.#drawn.set(source, drawing)
      drawn?.(at + 1)
    }
  }

  /** The picture of a diagram, as an SVG file; nothing where it stays code. */
  svgOf(source: string): string | undefined {
    const drawing = this.#drawn.get(source)
    return drawing?.kind === 'picture' ? drawing.svg : undefined
  }

  /** Whether it is known what becomes of a diagram: a picture, or code since it is broken. */
  isKnown(source: string): boolean {
    const drawing = this.#drawn.get(source)
    return drawing !== undefined && drawing.kind !== 'unavailable'
  }

  /** How many stay code, and why: for the person who exports. */
  notes(): Said[] {
    const [first] = this.#code.values()
    if (!first) return []
    const { size } = this.#code
    return [
      this.#unavailable
        ? sayCount(size, '{count} diagram stays code: {why}', '{count} diagrams stay code: {why}', {
            why: first.why
          })
        : sayCount(
            size,
            '{count} diagram stays code, in {path}: {why}',
            '{count} diagrams stay code, the first in {path}: {why}',
            first
          )
    ]
  }
}

type DrawingContext = Pick<ExportContext, 'drawDiagram'>

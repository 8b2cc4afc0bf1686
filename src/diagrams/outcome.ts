import type { Said } from '../say/say.ts'

/** A diagram as a picture, or why there is none. */
export type Outcome = Picture | Failure

/** A picture that needs nothing else and in which nothing acts. */
export interface Picture {
  kind: 'picture'
  /** A whole SVG file, on white. */
  svg: string
  /** In pixels. */
  width: number
  height: number
}

export interface Failure {
  /** `broken`: the diagram is at fault; `unavailable`: nothing can be drawn here or now. */
  kind: 'broken' | 'unavailable'
  /** What stands in the way, and what to do: a sentence that goes on after a colon. */
  why: Said
}

import type { CompilationPart } from '../../laegna.ts'
import { changeOfParts, type CompilationChange, type Parts } from './compilation-change.ts'

/** What was read, as it differs from the version that the page has. */
export interface CompiledNews {
  version: number
  /** Whether the change counts from nothing, because the worker does not know that version. */
  isWhole: boolean
  change: CompilationChange
}

/** What the page was sent of a project, kept by the worker that reads it. */
export class ShownParts {
  /** A worker that takes over from another counts from elsewhere. */
  #version = performance.timeOrigin
  #parts: Parts = new Map()

  /** What the page shows of, or is on its way to. */
  get parts(): Parts {
    return this.#parts
  }

  /** What the page has to be told so that it knows these parts, which are in the order of the project. */
  news(parts: readonly CompilationPart[], since: number | undefined): CompiledNews {
    return this.newsOf(new Map(parts.map((part) => [part.file.path, part])), since)
  }

  /** The same for parts as the page shows them. */
  newsOf(after: Parts, since: number | undefined): CompiledNews {
    const isWhole = since !== this.#version
    const before: Parts = isWhole ? new Map() : this.#parts
    this.#parts = after
    this.#version += 1
    return { version: this.#version, isWhole, change: changeOfParts(before, after) }
  }
}

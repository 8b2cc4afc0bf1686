import type { CountingSink } from './counting-sink.ts'
import { ZipRefused, type ZipLimits } from './zip-limits.ts'

/** Text grows to the fivefold, seldom to the twentyfold; a zip that grows more is built to harm. */
const mostGrowth = 100
const leastOfBomb = 50_000_000

/** How much may still come out of a zip. */
export class Room {
  readonly #limits: ZipLimits
  readonly #all: number
  #left: number

  /** `size`: bytes of the zip. */
  constructor(limits: ZipLimits, size: number) {
    this.#limits = limits
    this.#all = Math.min(limits.all, Math.max(leastOfBomb, mostGrowth * size))
    this.#left = this.#all
  }

  /** Judges what the zip says that its files unpack to. Throws `ZipRefused` where that is too much. */
  expect(sizes: readonly number[]): void {
    if (sizes.reduce((sum, size) => sum + size, 0) > this.#all) throw this.#tooLarge()
  }

  /** How many bytes may come of the file at this path. */
  of(path: string): number {
    return Math.min(this.#limits.each(path), this.#left)
  }

  /** Takes note of so many bytes that came. */
  fill(size: number): void {
    this.#left -= size
  }

  /** What is said of a file that did not come out whole. Throws `ZipRefused` where all came to too much. */
  judge(path: string, { isFull }: CountingSink): string {
    if (!isFull) return `${path} is damaged in the zip and was left out.`
    if (this.#left < this.#limits.each(path)) throw this.#tooLarge()
    return fileTooLarge(path, this.#limits)
  }

  #tooLarge(): ZipRefused {
    const { all } = this.#limits
    const how =
      this.#all < all
        ? `it unpacks to more than ${mostGrowth} times its size, as only a zip does that was built to harm.`
        : `what it holds is larger than ${megabytes(all)} unpacked. Make several zips of it.`
    return new ZipRefused(how)
  }
}

/** Said of a file in a zip that unpacks to more than one may. */
export function fileTooLarge(path: string, { each }: ZipLimits): string {
  return `${path} is larger than ${megabytes(each(path))} unpacked, which is too much.`
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6).toLocaleString('en')} MB`
}

/** Runs a task one at a time: a wish that comes while it runs is met by one more run after it. */
export class Latest {
  readonly #task: () => Promise<void>
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | undefined

  constructor(task: () => Promise<void>) {
    this.#task = task
  }

  /** Runs it after so many milliseconds without another wish. */
  after(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.now(), milliseconds)
  }

  /** Runs it as soon as the run before is over; settles when it is done. */
  async now(): Promise<void> {
    clearTimeout(this.#timer)
    while (this.#running) await this.#running
    this.#running = this.#task().finally(() => (this.#running = undefined))
    await this.#running
  }
}

/** Runs a task one at a time: all wishes that come while it runs are met by one more run after it. */
export class Latest {
  readonly #task: () => Promise<void>
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Whether it runs as soon as what is being done now is done. */
  #isDue = false
  #running: Promise<void> | undefined
  /** The run after that. */
  #next: Promise<void> | undefined

  constructor(task: () => Promise<void>) {
    this.#task = task
  }

  /** Runs it after so many milliseconds without another wish. */
  after(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.now(), milliseconds)
  }

  /** Runs it when what is being done now is done, before a frame is drawn: all wishes until then are one. */
  soon(): void {
    clearTimeout(this.#timer)
    if (this.#isDue) return
    this.#isDue = true
    queueMicrotask(() => {
      if (this.#isDue) void this.now()
    })
  }

  /** Runs it as soon as the run before is over; settles when it is done. */
  now(): Promise<void> {
    clearTimeout(this.#timer)
    this.#isDue = false
    if (!this.#running) return this.#next ?? this.#run()
    const run = () => {
      this.#next = undefined
      return this.#run()
    }
    return (this.#next ??= this.#running.then(run, run))
  }

  #run(): Promise<void> {
    return (this.#running = this.#task().finally(() => (this.#running = undefined)))
  }
}

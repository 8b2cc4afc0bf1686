import { say, type Said } from '../../say/say.ts'
import type { Envelope, Reply } from './messages.ts'
import { join, type Slice } from './slices.ts'
import { WorkerTrouble, type WorkerTroubleReason } from './trouble.ts'

const stopped = say('The work was stopped.')
const cancelled = say('The work was cancelled.')

/** How one request is asked. */
export interface AskOptions {
  /** Milliseconds of work after which the worker is ended and replaced. */
  deadline?: number
  /** Takes the request back: out of the queue, or by ending the worker that is at it. */
  signal?: AbortSignal
  progress?: (done: number, total: number) => void
  /** Parts of the request that move to the worker instead of being copied. */
  transfer?: Transferable[]
}

interface Job<Request, Answer> {
  id: number
  request: () => Request
  options: AskOptions
  resolve: (answer: Answer) => void
  reject: (trouble: WorkerTrouble) => void
  cancel: () => void
}

/**
 * Asks a worker, one request at a time; every request is answered or rejected with a
 * `WorkerTrouble`. A worker that hangs cannot hear a message, so cancelling and deadlines end it;
 * the next request starts a new one.
 */
export class WorkerBridge<Request, Answer> {
  readonly #start: () => Worker
  readonly #restarted: () => void
  #worker: Worker | undefined
  #queue: Job<Request, Answer>[] = []
  #current: Job<Request, Answer> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #lastId = 0
  /** What has come of the answer to the current request. */
  #slices: Slice[] = []

  /** `restarted` is called whenever a worker was ended: a new one knows nothing. */
  constructor(start: () => Worker, restarted: () => void = () => undefined) {
    this.#start = start
    this.#restarted = restarted
  }

  /** Starts the worker where it has not begun: before there is anything to ask, its script can load. */
  begin(): Worker {
    this.#worker ??= this.#listen(this.#start())
    return this.#worker
  }

  /** Queues a request; it is made when its turn comes, so that it can hold the latest state. */
  ask(request: () => Request, options: AskOptions = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const job: Job<Request, Answer> = {
        id: ++this.#lastId,
        request,
        options,
        resolve,
        reject,
        cancel: () => this.#cancel(job)
      }
      if (options.signal?.aborted) return this.#cancel(job)
      options.signal?.addEventListener('abort', job.cancel, { once: true })
      this.#queue.push(job)
      this.#next()
    })
  }

  /** Ends the worker; what was asked and not answered is rejected as `cancelled`. */
  stop(): void {
    const jobs = this.#queue
    this.#queue = []
    for (const job of jobs) this.#reject(job, 'cancelled', stopped)
    this.#end('cancelled', stopped)
  }

  #next(): void {
    if (this.#current) return
    const job = this.#queue.shift()
    if (!job) return
    this.#current = job
    const worker = this.begin()
    if (job.options.deadline !== undefined) {
      const late = () => this.#end('deadline', say('It took too long.'))
      this.#timer = setTimeout(late, job.options.deadline)
    }
    const envelope: Envelope<Request> = { id: job.id, request: job.request() }
    worker.postMessage(envelope, { transfer: job.options.transfer ?? [] })
  }

  #listen(worker: Worker): Worker {
    worker.onmessage = ({ data }: MessageEvent<Reply<Answer>>) => this.#hear(data)
    worker.onmessageerror = () => this.#end('crashed', say('An answer could not be read.'))
    worker.onerror = (event) => {
      event.preventDefault()
      const unloaded = say('The worker could not be loaded. Reload the page.')
      this.#end('crashed', event.message ? { template: event.message } : unloaded)
    }
    return worker
  }

  #hear(reply: Reply<Answer>): void {
    const job = this.#current
    if (job?.id !== reply.id) return
    if (reply.kind === 'progress') {
      job.options.progress?.(reply.done, reply.total)
      return
    }
    if (reply.kind === 'slice') {
      clearTimeout(this.#timer)
      for (const one of reply.slice) this.#slices.push(one)
      return
    }
    const slices = this.#slices
    this.#settle()
    if (reply.kind === 'done') this.#resolve(job, join(reply.answer, reply.lists, slices))
    else this.#reject(job, reply.refusal ? 'refused' : 'failed', reply.said)
    this.#next()
  }

  #cancel(job: Job<Request, Answer>): void {
    if (job === this.#current) return this.#end('cancelled', cancelled)
    this.#queue = this.#queue.filter((other) => other !== job)
    this.#reject(job, 'cancelled', cancelled)
  }

  #end(reason: WorkerTroubleReason, said: Said): void {
    const job = this.#current
    this.#settle()
    this.#worker?.terminate()
    this.#worker = undefined
    this.#restarted()
    if (job) this.#reject(job, reason, said)
    this.#next()
  }

  #settle(): void {
    clearTimeout(this.#timer)
    this.#slices = []
    this.#current = undefined
  }

  #resolve(job: Job<Request, Answer>, answer: Answer): void {
    job.options.signal?.removeEventListener('abort', job.cancel)
    job.resolve(answer)
  }

  #reject(job: Job<Request, Answer>, reason: WorkerTroubleReason, said: Said): void {
    job.options.signal?.removeEventListener('abort', job.cancel)
    job.reject(new WorkerTrouble(reason, said))
  }
}

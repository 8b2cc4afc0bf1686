import { saidBy } from '../../say/said-error.ts'
import type { Envelope, Reply } from './messages.ts'
import { cut } from './slices.ts'

/** What a handler gives back; `transfer` moves bytes instead of copying them. */
export interface Served<Answer> {
  answer: Answer
  transfer?: Transferable[]
}

/** What is asked, and what is answered. */
export interface Protocol {
  request: unknown
  answer: unknown
}

/** Tells how far a request has come. */
export type Progress = (done: number, total: number) => void

/** Answers each request of the page once: with what `handle` gives, or with why it failed. */
export function serve<Talk extends Protocol>(
  handle: (
    request: Talk['request'],
    progress: Progress
  ) => Served<Talk['answer']> | Promise<Served<Talk['answer']>>,
  isRefusal: (error: unknown) => boolean = () => false
): void {
  const reply = (answer: Reply<unknown>, transfer: Transferable[] = []) =>
    self.postMessage(answer, { transfer })

  const answerOne = async ({ id, request }: Envelope<Talk['request']>) => {
    try {
      const progress: Progress = (done, total) => reply({ id, kind: 'progress', done, total })
      const { answer, transfer } = await handle(request, progress)
      const { answer: short, lists, slices } = cut(answer)
      for (const slice of slices) reply({ id, kind: 'slice', slice })
      reply({ id, kind: 'done', answer: short, lists }, transfer)
    } catch (error) {
      reply({ id, kind: 'failed', refusal: isRefusal(error), said: saidBy(error) })
    }
  }
  self.addEventListener('message', ({ data }: MessageEvent<Envelope<Talk['request']>>) => {
    void answerOne(data)
  })
}

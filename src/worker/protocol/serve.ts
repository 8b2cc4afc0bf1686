import type { Envelope, Reply } from './messages.ts'

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
  const say = (reply: Reply<Talk['answer']>, transfer: Transferable[] = []) =>
    self.postMessage(reply, { transfer })

  const answerOne = async ({ id, request }: Envelope<Talk['request']>) => {
    try {
      const progress: Progress = (done, total) => say({ id, kind: 'progress', done, total })
      const { answer, transfer } = await handle(request, progress)
      say({ id, kind: 'done', answer }, transfer)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      say({ id, kind: 'failed', refusal: isRefusal(error), message })
    }
  }
  self.addEventListener('message', ({ data }: MessageEvent<Envelope<Talk['request']>>) => {
    void answerOne(data)
  })
}

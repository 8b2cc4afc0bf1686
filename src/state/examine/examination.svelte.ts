import { wordedError } from '../page/worded.ts'
import {
  judgeAnswer,
  reportOn,
  verdictOf,
  type ExamQuestion,
  type Report,
  type ReportCard,
  type Verdict
} from '../../laegna.ts'
import type { ModelAnswers } from '../cards/model-answers.svelte.ts'
import type { Exporting } from '../export/exporting.svelte.ts'
import type { Project } from '../project/project.svelte.ts'
import { isOpen, markOf } from '../project/project-mark.ts'
import type { GgufModel } from './gguf-model.ts'
import { judgeGguf } from './judge-gguf.ts'

/** Whether this page can examine models: one that is a single file has no engine beside it. */
export const examines = import.meta.env.MODE !== 'single-file'

/** Letters of a token, at least, of most texts: to know how much room questions need. */
const lettersOfToken = 2.5
/** Tokens, so that the memory for it stays small. */
const mostRoom = 8192

/** What examining works with. */
export interface ExaminationTools {
  project: Project
  exporting: Exporting
  answers: () => Promise<ModelAnswers>
}

/** A question that was put to the model; without a verdict while the answer is coming. */
export interface AskedQuestion extends ExamQuestion {
  answer: string
  verdict?: Verdict
}

/** Puts the cards of the open project to a model in a file, on this computer, and makes a report of it. */
export class Examination {
  state = $state<'idle' | 'opening' | 'asking'>('idle')
  /** Name of the file. */
  model = $state('')
  /** Cards asked of those to learn from, at most. */
  sample = $state(20)
  total = $state(0)
  /** Why it was not done, or not to the end; a sentence. */
  trouble = $state<string>()
  /** The newest first. */
  asked = $state.raw<AskedQuestion[]>([])
  /** Of the last answers, prompts included; absent before the first. */
  tokensPerSecond = $state<number>()
  report = $state.raw<Report>()
  readonly #tools: ExaminationTools
  #stop: AbortController | undefined

  constructor(tools: ExaminationTools) {
    this.#tools = tools
  }

  /** Opens a model and asks it; nothing is thrown, trouble is said. */
  async start(file: File): Promise<void> {
    if (!examines || this.state !== 'idle') return
    const stop = new AbortController()
    this.#stop = stop
    this.state = 'opening'
    this.model = file.name
    this.trouble = this.tokensPerSecond = this.report = undefined
    this.asked = []
    let model: GgufModel | undefined
    const cards: ReportCard[] = []
    const mark = markOf(this.#tools.project)
    try {
      this.trouble = await judgeGguf(file)
      if (this.trouble !== undefined) return
      const questions = await this.#questions()
      this.total = questions.length
      if (questions.length === 0) {
        this.trouble = 'The dataset of this project holds no card, so there is nothing to ask.'
        return
      }
      const { GgufModel } = await import('./gguf-model.ts')
      model = await GgufModel.open(file, roomFor(questions), stop.signal)
      this.state = 'asking'
      for (const question of questions) {
        if (stop.signal.aborted) break
        const card = await this.#ask(model, question, stop.signal)
        if (card) cards.push(card)
      }
      if (cards.length > 0 && cards.every(({ trained }) => trained.answer === '')) {
        this.trouble = `${file.name} said nothing to any card. It may have been trained with another prompt style: choose that one in the options of the dataset, and ask again.`
      }
    } catch (error) {
      if (!stop.signal.aborted) {
        this.trouble =
          error instanceof Error
            ? wordedError(error)
            : 'The model could not be asked. Choose it again.'
      }
    } finally {
      model?.close()
      this.state = 'idle'
    }
    if (cards.length === 0 || !isOpen(this.#tools.project, mark)) return
    this.report = reportOn(mark.name, file.name, cards)
    await (await this.#tools.answers()).take(file.name, this.report)
  }

  /** Stops asking; what was answered until then makes the report. */
  stop(): void {
    this.#stop?.abort()
  }

  async #ask(
    model: GgufModel,
    question: ExamQuestion,
    signal: AbortSignal
  ): Promise<ReportCard | undefined> {
    const before = this.asked
    const show = (answer: string, verdict?: Verdict): void => {
      this.asked = [{ ...question, answer, ...(verdict && { verdict }) }, ...before]
    }
    show('')
    const begin = performance.now()
    const most = tokensFor(question)
    const { text, tokens } = await model.answer(question.prompt, most, show, signal)
    if (signal.aborted) {
      this.asked = before
      return undefined
    }
    this.tokensPerSecond = tokens / Math.max(0.001, (performance.now() - begin) / 1000)
    const judged = judgeAnswer(text, question.reference)
    show(text, verdictOf(judged))
    const { prompt, ...card } = question
    const perplexity = await model.perplexity(prompt, card.reference, signal)
    return { ...card, trained: { answer: text, ...judged, perplexity } }
  }

  #questions(): Promise<ExamQuestion[]> {
    const { exporting } = this.#tools
    return exporting.about(undefined, (job, client) => {
      const options = exporting.options('dataset')
      return client.exam({ ...job, exporter: 'dataset', options }, this.sample)
    })
  }
}

/** As many as evaluate.py lets a server say. */
function tokensFor({ reference }: ExamQuestion): number {
  return Math.floor((2 * reference.length) / 3) + 64
}

function roomFor(questions: ExamQuestion[]): number {
  const rooms = questions.map((one) => one.prompt.length / lettersOfToken + tokensFor(one))
  return Math.min(mostRoom, Math.ceil(rooms.reduce((one, other) => Math.max(one, other), 512)))
}

import { Wllama, WllamaError } from '@wllama/wllama/esm/index.js'
import * as v from 'valibot'

/** Where the engine is: a file of our own build, fetched when a model is opened. */
const engine = new URL(
  '../../../node_modules/@wllama/wllama/esm/single-thread/wllama.wasm',
  import.meta.url
).href

/** The engine at work: what it keeps to itself of its worker. */
const runningSchema = v.object({ proxy: v.object({ worker: v.instance(Worker) }) })

/** A model could not be opened or asked; the message is a sentence for the person. */
export class ModelTrouble extends Error {
  override name = 'ModelTrouble'
}

/** A language model in a GGUF file, in a worker of its own with one thread. It asks no server. */
export class GgufModel {
  readonly #wllama: Wllama
  /** What the engine said of itself: its errors say nothing. */
  readonly #log: string[]

  private constructor(wllama: Wllama, log: string[]) {
    this.#wllama = wllama
    this.#log = log
  }

  /**
   * Opens a file; `room`: tokens of the longest question with its answer. Throws `ModelTrouble`, or what the
   * signal says when it stops.
   */
  static async open(file: File, room: number, signal: AbortSignal): Promise<GgufModel> {
    const log: string[] = []
    const note = (...words: unknown[]): void => {
      log.push(words.map(String).join(' '))
    }
    const logger = { debug: () => undefined, log: note, warn: note, error: note }
    const model = new GgufModel(
      new Wllama({ 'single-thread/wllama.wasm': engine }, { logger }),
      log
    )
    try {
      const opening = model.#wllama.loadModel([file], { n_ctx: room, n_threads: 1 })
      await orStopped(opening, signal)
      return model
    } catch (error) {
      model.close()
      signal.throwIfAborted()
      throw new ModelTrouble(whyNotOpened(file.name, [...log, String(error)].join('\n')))
    }
  }

  /**
   * Goes on after a prompt with the likeliest word each time, up to so many tokens; `heard` gets the answer
   * as it grows. What does not fit is cut off. Throws `ModelTrouble`.
   */
  async answer(
    prompt: string,
    most: number,
    heard: (text: string) => void,
    signal: AbortSignal
  ): Promise<{ text: string; tokens: number }> {
    let [text, tokens] = ['', 0]
    try {
      const answering = this.#wllama.createCompletion(prompt, {
        nPredict: most,
        sampling: { temp: 0 },
        onNewToken: (_token, _piece, sofar) => {
          tokens += 1
          text = sofar
          heard(sofar)
        }
      })
      text = await orStopped(answering, signal)
    } catch (error) {
      if (!isFull(error) && !signal.aborted) throw this.#whyNotAsked(error)
    }
    return { text: text.trim(), tokens }
  }

  /**
   * How much a text surprises the model after a prompt that it has just answered, 1 being not at all; `null`
   * where there is no room for both, or the model gives no numbers. As evaluate.py figures it. Throws `ModelTrouble`.
   */
  async perplexity(prompt: string, text: string, signal: AbortSignal): Promise<number | null> {
    try {
      return await orStopped(this.#perplexity(prompt, text), signal)
    } catch (error) {
      if (signal.aborted || isFull(error)) return null
      throw this.#whyNotAsked(error)
    }
  }

  async #perplexity(prompt: string, text: string): Promise<number | null> {
    const wllama = this.#wllama
    const asked = await wllama.tokenize(prompt)
    if (wllama.mustAddBosToken() && asked[0] !== wllama.getBOS()) asked.unshift(wllama.getBOS())
    const tokens = await wllama.tokenize(text)
    const last = asked.pop()
    if (last === undefined || tokens.length === 0) return null
    try {
      // The prompt is known already, but for what comes after its last token.
      await wllama.kvRemove(asked.length, -1)
    } catch {
      // Some kinds of models cannot go back.
      await wllama.kvClear()
      await wllama.decode(asked, {})
    }
    let surprise = 0
    for (const [at, token] of tokens.entries()) {
      await wllama.decode([tokens[at - 1] ?? last], {})
      const chances = await wllama.getLogits(-1)
      surprise -= Math.log(chances.find((one) => one.token === token)?.p ?? NaN)
    }
    const mean = surprise / tokens.length
    return Number.isNaN(mean) ? null : Math.exp(Math.min(mean, 50))
  }

  #whyNotAsked(error: unknown): ModelTrouble {
    return new ModelTrouble(whyNotAsked([...this.#log.slice(-20), String(error)].join('\n')))
  }

  /** Ends its worker, also in the middle of an answer, and with it gives the memory back. */
  close(): void {
    // The engine's own end waits for its worker, which may be at work for minutes, or dead.
    const running = v.safeParse(runningSchema, this.#wllama)
    if (running.success) running.output.proxy.worker.terminate()
  }
}

/** Whether all tokens that the model was opened for are used up. */
function isFull(error: unknown): boolean {
  return error instanceof WllamaError && error.type === 'kv_cache_full'
}

/** Waits for work of the engine, or until somebody stops it: it hears nothing while it works. */
async function orStopped<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const stopped = new Promise<never>((_, reject) => {
    const stop = (): void => reject(new ModelTrouble('It was stopped.'))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
  return Promise.race([work, stopped])
}

/** From what llama.cpp says to what a person can do. */
function whyNotOpened(name: string, said: string): string {
  const unknown = /unknown model architecture: '([^']*)'/.exec(said)?.[1]
  if (unknown !== undefined) {
    return `${name} is a model of the kind “${unknown}”, which the engine of this page does not know. Ask it with llama.cpp or Ollama instead: evaluate.py of the dataset does.`
  }
  const [, version, newest] = /GGUF file is version (\d+) .* up to version (\d+)/.exec(said) ?? []
  if (version !== undefined && newest !== undefined) {
    return `${name} is written in version ${version} of the GGUF format, and the engine of this page reads up to version ${newest}. Ask the model with the newest llama.cpp or Ollama: evaluate.py of the dataset does.`
  }
  if (/GGUFv1 is no longer|bad GGUF version|mismatch between the host/.test(said)) {
    return `${name} is written in an old version of the GGUF format, or for another kind of computer. Convert the model again with the newest converter of llama.cpp, and choose it once more.`
  }
  if (
    /not within the file bounds|corrupted|incomplete|failed to read|unexpectedly reached/.test(said)
  ) {
    return `${name} is damaged: it was cut off on its way, or what it says of itself is wrong. Copy or convert it again, and choose it once more.`
  }
  // Where llama.cpp says why, what broke behind it tells nothing: a RangeError also follows a wrong shape.
  const why = /error loading model: (.*)/.exec(said)?.[1] ?? said
  if (isMemory(why)) return noMemory(name)
  return `${name} could not be opened as a model. Convert it to GGUF with the newest converter of llama.cpp, and choose it once more.`
}

function whyNotAsked(said: string): string {
  if (isMemory(said)) return noMemory('The model')
  return 'The model stopped while it was asked. Choose it again; if it stops again, ask it with llama.cpp or Ollama: evaluate.py of the dataset does.'
}

function isMemory(said: string): boolean {
  return /out of memory|OOM|bad_alloc|failed to allocate|allocation failed|memory access out of bounds|RangeError/i.test(
    said
  )
}

function noMemory(name: string): string {
  return `${name} needs more memory than this page can have. Close other tabs, or choose a smaller model: one pressed to 4 bits (Q4_K_M) needs a quarter of the memory.`
}

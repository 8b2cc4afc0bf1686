import * as v from 'valibot'
import { AnkiTrouble } from './trouble.ts'

/** Where the add-on listens; the page's policy allows this address and no other. */
const usualAddress = 'http://127.0.0.1:8765'

/** The version of the interface that we speak. */
const version = 6

/** Bytes of an answer. */
const mostBytes = 100_000_000
/** Characters of what the add-on says against something. */
const mostWords = 300

/** Something to ask of Anki, by the name and parameters of the add-on's description. */
export interface Call {
  action: string
  params?: object
}

const replySchema = v.object({ result: v.unknown(), error: v.nullable(v.string()) })
const permissionSchema = v.variant('permission', [
  v.object({
    permission: v.literal('granted'),
    requireApiKey: v.optional(v.boolean(), false),
    version: v.optional(v.number(), version)
  }),
  v.object({ permission: v.literal('denied') })
])

/** What became of one call among several: an answer, or the add-on's own words against it. */
export type Reply<Answer> = { answer: Answer } | { error: string }

/**
 * Speaks with the add-on AnkiConnect over its interface of version 6. Rejects with an
 * `AnkiTrouble`, or with the signal's reason where it was cancelled.
 */
export class AnkiConnect {
  readonly #address: string
  readonly #signal: AbortSignal

  constructor(signal: AbortSignal, address = usualAddress) {
    this.#signal = signal
    this.#address = address
  }

  /** Asks to be let in: browser and add-on may each put a question to the person first. */
  async open(): Promise<void> {
    const permission = await this.ask({ action: 'requestPermission' }, permissionSchema)
    if (permission.permission === 'denied') throw new AnkiTrouble('denied')
    if (permission.requireApiKey) throw new AnkiTrouble('key')
    if (permission.version < version) throw new AnkiTrouble('version')
  }

  /** One call and its answer. */
  async ask<Answer>(call: Call, schema: v.GenericSchema<unknown, Answer>): Promise<Answer> {
    const reply = this.#read(await this.#post({ ...call, version }), schema)
    if ('error' in reply) throw troubleOf(reply.error)
    return reply.answer
  }

  /** Several calls at once, and what became of each. */
  async askAll<Answer>(
    calls: Call[],
    schema: v.GenericSchema<unknown, Answer>
  ): Promise<Reply<Answer>[]> {
    if (calls.length === 0) return []
    const actions = calls.map((call) => ({ ...call, version }))
    const replies = await this.ask({ action: 'multi', params: { actions } }, v.array(v.unknown()))
    if (replies.length !== calls.length) throw new AnkiTrouble('foreign')
    return replies.map((reply) => this.#read(reply, schema))
  }

  async #post(body: object): Promise<unknown> {
    try {
      // Sent as plain text, which the add-on reads all the same: the browser asks no leave before.
      const response = await fetch(this.#address, {
        method: 'POST',
        body: JSON.stringify(body),
        // The add-on never sends a page elsewhere: another program would.
        redirect: 'manual',
        signal: this.#signal
      })
      if (response.status === 403) throw new AnkiTrouble('denied')
      if (!response.ok) throw new AnkiTrouble('foreign')
      return await limited(response).json()
    } catch (error) {
      this.#signal.throwIfAborted()
      if (error instanceof AnkiTrouble) throw error
      if (error instanceof SyntaxError) throw new AnkiTrouble('foreign')
      throw new AnkiTrouble((await isBarred()) ? 'network' : 'unreachable')
    }
  }

  #read<Answer>(reply: unknown, schema: v.GenericSchema<unknown, Answer>): Reply<Answer> {
    const read = v.safeParse(replySchema, reply)
    if (!read.success) throw new AnkiTrouble('foreign')
    const { result, error } = read.output
    if (error !== null) return { error }
    const answer = v.safeParse(schema, result)
    if (!answer.success) throw new AnkiTrouble('foreign')
    return { answer: answer.output }
  }
}

/** The same answer, as long as it is one: it fails where more comes than notes of Anki can be. */
function limited({ body }: Response): Response {
  let size = 0
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, out) {
      size += chunk.length
      if (size > mostBytes) throw new AnkiTrouble('foreign')
      out.enqueue(chunk)
    }
  })
  return new Response(body?.pipeThrough(counted))
}

function troubleOf(error: string): AnkiTrouble {
  if (error === 'unsupported action') return new AnkiTrouble('version')
  if (error === 'valid api key must be provided') return new AnkiTrouble('key')
  if (error === 'collection is not available') return new AnkiTrouble('closed')
  return new AnkiTrouble('failed', error.slice(0, mostWords))
}

/** Whether the person told the browser to keep pages away from programs on this computer. */
async function isBarred(): Promise<boolean> {
  // Chromium's names for it, newer and older; no other browser asks, nor knows them.
  for (const name of ['loopback-network', 'local-network-access']) {
    try {
      const { state } = await navigator.permissions.query({ name: name as PermissionName })
      if (state === 'denied') return true
    } catch {
      // No such permission here.
    }
  }
  return false
}

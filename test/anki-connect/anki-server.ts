import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/*
 * A stand-in for Anki with its add-on AnkiConnect, written from the add-on's public description of
 * its interface, version 6: it keeps note types, decks, notes and media in memory and answers the
 * calls that we make. It is not the add-on; what only the real one could show is not shown here.
 */

export interface StoredNote {
  noteId: number
  modelName: string
  deck: string
  fields: Record<string, string>
  tags: string[]
}

interface StoredTemplate {
  Name: string
  Front: string
  Back: string
}

/** How this Anki meets a page. */
export interface Manners {
  /** Whether pages of other origins are let in: at once, after asking its person, or not. */
  lets: 'in' | 'asked' | 'out'
  version: number
  requireApiKey: boolean
  /** Whether a profile is open. */
  open: boolean
  /** Whether the program that answers is another one. */
  foreign: boolean
}

interface Request {
  action: string
  version?: number
  params?: Record<string, unknown>
}

export class AnkiServer {
  readonly manners: Manners = {
    lets: 'asked',
    version: 6,
    requireApiKey: false,
    open: true,
    foreign: false
  }
  readonly models = new Map<
    string,
    { fields: string[]; css: string; templates: StoredTemplate[] }
  >()
  readonly decks = new Set(['Default'])
  readonly notes = new Map<number, StoredNote>()
  readonly media = new Map<string, Buffer>()
  /** Names of all calls, those inside `multi` too, in order. */
  readonly calls: string[] = []
  /** Fronts that it refuses, as the real one refuses what it cannot add. */
  readonly refuses = new Set<string>()
  readonly #trusted = new Set<string>()
  readonly #server: Server
  #lastId = 1_700_000_000_000

  constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response))
  }

  /** Listens on a port; 0 for any that is free. Waits while another test has it. */
  async listen(port = 0): Promise<string> {
    for (;;) {
      const taken = await new Promise<boolean>((resolve, reject) => {
        this.#server.once('error', (error: NodeJS.ErrnoException) =>
          error.code === 'EADDRINUSE' ? setTimeout(resolve, 100, true) : reject(error)
        )
        this.#server.listen(port, '127.0.0.1', () => resolve(false))
      })
      this.#server.removeAllListeners('error')
      if (!taken) break
    }
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { origin } = request.headers
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = Buffer.concat(parts).toString('utf8')
    const trusted = origin === undefined || this.manners.lets === 'in' || this.#trusted.has(origin)
    const allow = (value: string) => ({ 'Access-Control-Allow-Origin': value })
    if (this.manners.foreign) {
      response.writeHead(200, allow('*')).end('<h1>Some other server</h1>')
      return
    }
    if (body === '') {
      response.writeHead(200, allow(trusted ? (origin ?? '*') : 'http://localhost'))
      response.end('AnkiConnect')
      return
    }
    const asked = JSON.parse(body) as Request
    if (asked.action === 'requestPermission') {
      this.calls.push(asked.action)
      const reply = this.#permission(trusted, origin)
      response.writeHead(200, allow(origin ?? '*')).end(JSON.stringify(reply))
    } else if (trusted) {
      response.writeHead(200, allow(origin ?? '*')).end(JSON.stringify(this.#reply(asked)))
    } else response.writeHead(403, allow('http://localhost')).end()
  }

  #permission(trusted: boolean, origin = ''): object {
    const { lets, requireApiKey, version } = this.manners
    if (!trusted && lets === 'out') return { result: { permission: 'denied' }, error: null }
    this.#trusted.add(origin)
    return { result: { permission: 'granted', requireApiKey, version }, error: null }
  }

  #reply({ action, version = 4, params = {} }: Request): unknown {
    this.calls.push(action)
    try {
      const result = this.#act(action, params)
      return version <= 4 ? result : { result, error: null }
    } catch (error) {
      return { result: null, error: (error as Error).message }
    }
  }

  #act(action: string, params: Record<string, unknown>): unknown {
    if (!this.manners.open) throw new Error('collection is not available')
    switch (action) {
      case 'multi':
        return (params['actions'] as Request[]).map((asked) => this.#reply(asked))
      case 'modelNames':
        return [...this.models.keys()]
      case 'modelFieldNames':
        return this.models.get(params['modelName'] as string)?.fields
      case 'createModel': {
        const { modelName, inOrderFields, css, cardTemplates } = params as {
          modelName: string
          inOrderFields: string[]
          css: string
          cardTemplates: StoredTemplate[]
        }
        if (this.models.has(modelName)) throw new Error('Model name already exists')
        this.models.set(modelName, { fields: inOrderFields, css, templates: cardTemplates })
        return { id: ++this.#lastId }
      }
      case 'modelStyling':
        return { css: this.#model(params['modelName']).css }
      case 'modelTemplates': {
        const { templates } = this.#model(params['modelName'])
        return Object.fromEntries(templates.map(({ Name, ...sides }) => [Name, sides]))
      }
      case 'updateModelStyling': {
        const { name, css } = params['model'] as { name: string; css: string }
        this.#model(name).css = css
        return null
      }
      case 'updateModelTemplates': {
        const { name, templates } = params['model'] as {
          name: string
          templates: Record<string, { Front: string; Back: string }>
        }
        for (const template of this.#model(name).templates) {
          Object.assign(template, templates[template.Name])
        }
        return null
      }
      case 'deckNames':
        return [...this.decks]
      case 'createDeck':
        this.decks.add(params['deck'] as string)
        return ++this.#lastId
      case 'findNotes': {
        const names = [...(params['query'] as string).matchAll(/"note:([^"]*)"/g)].map(([, n]) => n)
        const found = [...this.notes.values()].filter((note) => names.includes(note.modelName))
        return found.map(({ noteId }) => noteId)
      }
      case 'notesInfo':
        return (params['notes'] as number[]).map((id) => this.#info(this.notes.get(id)))
      case 'addNote':
        return this.#add(params['note'] as AddedNote)
      case 'updateNoteFields': {
        const { id, fields } = params['note'] as { id: number; fields: Record<string, string> }
        Object.assign(this.#note(id).fields, fields)
        return null
      }
      case 'addTags':
        for (const id of params['notes'] as number[]) {
          this.#note(id).tags.push(...(params['tags'] as string).split(' '))
        }
        return null
      case 'getMediaFilesNames':
        return [...this.media.keys()]
      case 'storeMediaFile': {
        const name = params['filename'] as string
        this.media.set(name, Buffer.from(params['data'] as string, 'base64'))
        return name
      }
      default:
        throw new Error('unsupported action')
    }
  }

  #model(name: unknown) {
    const model = this.models.get(name as string)
    if (!model) throw new Error(`model was not found: ${String(name)}`)
    return model
  }

  #note(id: number): StoredNote {
    const note = this.notes.get(id)
    if (!note) throw new Error(`note was not found: ${id}`)
    return note
  }

  #info(note: StoredNote | undefined): object {
    if (!note) return {}
    const { noteId, modelName, tags, fields } = note
    const values = Object.entries(fields).map(([name, value], order) => [name, { value, order }])
    return { noteId, modelName, tags, fields: Object.fromEntries(values) as object, cards: [] }
  }

  #add({ deckName, modelName, fields, tags }: AddedNote): number {
    const model = this.models.get(modelName)
    if (!model) throw new Error(`model was not found: ${modelName}`)
    if (!this.decks.has(deckName)) throw new Error(`deck was not found: ${deckName}`)
    const front = fields[model.fields[0] ?? ''] ?? ''
    if (front === '') throw new Error('cannot create note because it is empty')
    if (this.refuses.has(front)) throw new Error('cannot create note for unknown reason')
    const noteId = ++this.#lastId
    this.notes.set(noteId, { noteId, modelName, deck: deckName, fields: { ...fields }, tags })
    return noteId
  }
}

interface AddedNote {
  deckName: string
  modelName: string
  fields: Record<string, string>
  tags: string[]
}

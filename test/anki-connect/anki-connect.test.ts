import { createServer, type RequestListener } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AnkiConnect } from '../../src/anki-connect/anki-connect.ts'
import { send } from '../../src/anki-connect/send.ts'
import { survey } from '../../src/anki-connect/survey.ts'
import type { Delivery, SentNote } from '../../src/laegna.ts'
import { AnkiServer } from './anki-server.ts'
import { inEnglish } from '../../src/say/say.ts'

let server: AnkiServer
let anki: AnkiConnect
let stop: AbortController
let address: string
const quiet = () => undefined

beforeEach(async () => {
  server = new AnkiServer()
  stop = new AbortController()
  address = await server.listen()
  anki = new AnkiConnect(stop.signal, address)
})
afterEach(() => server.close())

const type = {
  name: 'Laegna Q&A (both ways)',
  isCloze: false,
  fields: ['Question', 'Answer', 'ID'],
  css: '.card {}',
  templates: [{ name: 'Card', front: '{{Question}}', back: '{{Answer}}' }]
}

function note(id: string, answer = 'Yes'): SentNote {
  const fields = { Question: `Is it ${id}?`, Answer: answer, ID: id }
  return { type: type.name, deck: 'Notes::Cells', fields, tags: ['cells'] }
}

function delivery(notes: SentNote[]): Delivery {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 251)
  const media = [{ name: 'a1b2.png', bytes }]
  return {
    types: [type],
    typeNames: ['Laegna Q&A', type.name],
    notes,
    media,
    warnings: [],
    said: [],
    before: {}
  }
}

async function sendAll(notes: SentNote[]) {
  const found = await survey(anki, delivery(notes), quiet)
  return { found, sent: await send(anki, found, quiet) }
}

describe('sending to Anki', () => {
  test('creates note type, deck, media and notes', async () => {
    const { found, sent } = await sendAll([note('one'), note('two')])
    expect(found.decks).toEqual(['Notes::Cells'])
    expect(sent).toEqual({ added: 2, updated: 0, looks: [], refused: [] })
    expect(server.models.get(type.name)?.fields).toEqual(type.fields)
    expect([...server.decks]).toContain('Notes::Cells')
    expect([...server.notes.values()].map(({ fields }) => fields['ID'])).toEqual(['one', 'two'])
    const stored = server.media.get('a1b2.png')
    expect(stored?.equals(delivery([]).media[0]!.bytes)).toBe(true)
  })

  test('sent again, it finds all unchanged and does nothing', async () => {
    await sendAll([note('one'), note('two')])
    const { found, sent } = await sendAll([note('one'), note('two')])
    expect(found).toMatchObject({ types: [], decks: [], add: [], update: [], media: [] })
    expect(found.unchanged).toBe(2)
    expect(sent).toEqual({ added: 0, updated: 0, looks: [], refused: [] })
  })

  test('updates a changed note where its owner put it, and leaves the owner’s tags', async () => {
    await sendAll([note('one'), note('two')])
    const [first] = server.notes.values()
    first!.deck = 'Elsewhere'
    first!.tags.push('leech')
    const { sent } = await sendAll([note('one', 'No'), { ...note('two'), tags: ['Cells', 'new'] }])
    expect(sent).toEqual({ added: 0, updated: 2, looks: [], refused: [] })
    expect(server.notes.size).toBe(2)
    expect(first).toMatchObject({ deck: 'Elsewhere', tags: ['cells', 'leech'] })
    expect(first!.fields['Answer']).toBe('No')
    expect([...server.notes.values()][1]!.tags).toEqual(['cells', 'new'])
  })

  test('finds notes again that were sent to be asked in one way only, and doubles none', async () => {
    const before = delivery([{ ...note('one'), type: 'Laegna Q&A' }])
    before.types = [{ ...type, name: 'Laegna Q&A' }]
    await send(anki, await survey(anki, before, quiet), quiet)
    const { found, sent } = await sendAll([note('one', 'No'), note('two')])
    expect(sent).toEqual({ added: 1, updated: 1, looks: [], refused: [] })
    expect([...server.notes.values()].map(({ fields }) => fields['Answer'])).toEqual(['No', 'Yes'])
    expect(found.warnings.map(inEnglish)).toEqual([
      expect.stringMatching(
        /^In Anki 1 note has the note type “Laegna Q&A” and will keep it\..*Change/
      )
    ])
  })

  test('says which note Anki refused and why, and sends the others', async () => {
    server.refuses.add('Is it two?')
    const { sent } = await sendAll([note('one'), note('two'), note('three')])
    expect(sent.added).toBe(2)
    expect(sent.refused.map(({ note, why }) => [note.fields['ID'], why])).toEqual([
      ['two', 'cannot create note for unknown reason']
    ])
  })

  test('finds a note type that looks otherwise in Anki, and gives it our look', async () => {
    await sendAll([note('one')])
    const model = server.models.get(type.name)!
    model.css = ' .card {}\r\n'
    expect((await survey(anki, delivery([note('one')]), quiet)).looks).toEqual([])
    model.css = '.card { color: red }'
    model.templates[0]!.Front = '{{Question}} earlier'
    model.templates.push({ Name: 'Of its owner', Front: 'a', Back: 'b' })
    const { found, sent } = await sendAll([note('one')])
    expect(sent.looks).toEqual([type.name])
    expect(found).toMatchObject({ looks: [{ name: type.name }], unchanged: 1 })
    expect(model).toMatchObject({
      css: type.css,
      templates: [
        { Name: 'Card', Front: '{{Question}}', Back: '{{Answer}}' },
        { Name: 'Of its owner', Front: 'a', Back: 'b' }
      ]
    })
    expect((await survey(anki, delivery([note('one')]), quiet)).looks).toEqual([])
  })

  test('5,000 notes go in few calls', async () => {
    const notes = Array.from({ length: 5000 }, (_, at) => note(`card ${at}`))
    await sendAll(notes)
    expect(server.notes.size).toBe(5000)
    const found = await survey(anki, delivery(notes), quiet)
    expect(found.unchanged).toBe(5000)
    expect(server.calls.filter((name) => name === 'multi')).toHaveLength(50)
    expect(server.calls.filter((name) => name === 'notesInfo')).toHaveLength(10)
  })

  test('stops where it is cancelled, and goes on from there the next time', async () => {
    const notes = Array.from({ length: 500 }, (_, at) => note(`card ${at}`))
    const found = await survey(anki, delivery(notes), quiet)
    const sending = send(anki, found, (done) => {
      if (done > 200) stop.abort(new Error('cancelled by hand'))
    })
    await expect(sending).rejects.toThrow('cancelled by hand')
    const before = server.notes.size
    expect(before).toBeLessThan(500)
    anki = new AnkiConnect(new AbortController().signal, address)
    const { sent } = await sendAll(notes)
    expect(sent.added).toBe(500 - before)
    expect(server.notes.size).toBe(500)
  })

  test('a note type of the same name with other fields is not touched', async () => {
    server.models.set(type.name, { fields: ['Front', 'Back'], css: '', templates: [] })
    await expect(survey(anki, delivery([note('one')]), quiet)).rejects.toThrow(
      'lacks the field Question, Answer, ID. Rename it in Anki'
    )
  })
})

describe('a refusal says what to do', () => {
  test.each([
    ['a key is asked for', { requireApiKey: true }, 'key', 'set apiKey to null'],
    ['the add-on is old', { version: 5 }, 'version', 'Check for Updates'],
    ['another program answers', { foreign: true }, 'foreign', 'Close it'],
    ['no profile is open', { open: false }, 'closed', 'Choose a profile']
  ] as const)('where %s', async (_, manners, reason, words) => {
    Object.assign(server.manners, manners)
    const trying = anki.open().then(() => survey(anki, delivery([note('one')]), quiet))
    const trouble: unknown = await trying.catch((error: unknown) => error)
    expect(trouble).toMatchObject({ reason })
    expect(String(trouble)).toContain(words)
  })

  test('where nothing answers', async () => {
    await server.close()
    const trouble: unknown = await anki.open().catch((error: unknown) => error)
    expect(trouble).toMatchObject({ reason: 'unreachable' })
    expect(String(trouble)).toContain('code 2055492159')
  })
})

describe('another program in its place', () => {
  /** What is said of a program that answers so. */
  async function asked(answer: RequestListener): Promise<string> {
    const program = createServer(answer)
    await new Promise<void>((resolve) => program.listen(0, '127.0.0.1', resolve))
    const at = program.address()
    const port = typeof at === 'object' && at ? at.port : 0
    const anki = new AnkiConnect(stop.signal, `http://127.0.0.1:${port}`)
    const why = await anki.open().then(
      () => 'it was let in',
      (error: unknown) => String(error)
    )
    program.closeAllConnections()
    program.close()
    return why
  }

  test('sends nobody elsewhere', async () => {
    const why = await asked((_, response) => {
      response.writeHead(307, { location: address }).end()
    })
    expect(why).toContain('Another program than AnkiConnect answers')
    expect(server.calls).toEqual([])
  })

  test('is not listened to without an end', async () => {
    const some = Buffer.alloc(1_000_000, ' ')
    const why = await asked((_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(some));
      }
      response.on('drain', more)
      more()
    })
    expect(why).toContain('Another program than AnkiConnect answers')
  })

  test('is quoted in a few words', async () => {
    const error = '<img src=x>'.repeat(1000)
    const why = await asked((_, response) => response.end(JSON.stringify({ result: null, error })))
    expect(why).toContain('Anki could not do it: <img src=x>')
    expect(why.length).toBeLessThan(400)
  })
})

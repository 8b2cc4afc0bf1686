import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { IndexTracker, type Message, type RuntimeConf, type TransformOutput } from 'wuchale'
import { Transformer } from 'wuchale/adapter-vanilla'
import { isText, type Details } from './heuristic.ts'
import { keyOf, type Text } from './text.ts'

/*
 * Wuchale reads Svelte and TypeScript and puts `_w_runtime_(7)` where a text stood. Its own plugin would
 * write files into the sources and show nothing for a text that no catalogue has; so only its readers
 * are used, and the catalogues are ours.
 */

export const root = join(import.meta.dirname, '../..')

/** The page's files, in an order that is the same on every machine. */
export function pageFiles(): string[] {
  return filesIn(['src/ui', 'src/state'])
}

/** Files of the folders that may hold texts, by their paths from the root, sorted. */
export function filesIn(folders: string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /(?<!\.d)\.(?:ts|svelte)$/.test(entry.name))
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    )
    .sort()
}

export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

export interface Extracted {
  texts: Text[]
  /** The file with calls in place of texts; a header stands where it may import. Undefined: as it was. */
  output: TransformOutput['output'] | undefined
}

/** A file's texts, and the file without them; `index` gives each its number. */
export async function extract(
  file: string,
  content: string,
  index: (key: string) => number
): Promise<Extracted> {
  const reader = file.endsWith('.svelte')
    ? new SvelteReader(...settings(file, content, index))
    : new ScriptReader(...settings(file, content, index))
  const { msgs, output } =
    reader instanceof ScriptReader ? reader.transform() : await reader.transformSv()
  return {
    texts: msgs.map((message) => asText(message, file)),
    output: msgs.length > 0 ? output : undefined
  }
}

function asText({ msgStr, placeholders }: Message, file: string): Text {
  const [id = '', plural] = msgStr
  const values = placeholders.map(([at, code]) => `{${at}}: ${code.replace(/\s+/g, ' ').trim()}`)
  return { id, plural, values, files: [file] }
}

type Settings = ConstructorParameters<typeof Transformer>

const asIs = { wrapInit: (code: string) => code, wrapUse: (code: string) => code }
/** The language of a page never changes while it is open, so nothing has to be reactive. */
const constant: RuntimeConf = {
  initReactive: () => null,
  useReactive: false,
  plain: asIs,
  reactive: asIs
}
const patterns: Settings[4] = [{ name: 'plural', args: ['other', 'message'] }]

function settings(file: string, content: string, index: (key: string) => number): Settings {
  const tracker = Object.assign(new IndexTracker(), { get: index })
  const none = { plain: '', reactive: '' }
  return [content, file, tracker, isText, patterns, none, constant, () => null]
}

interface Node {
  type: string
  name?: string
  id?: Node
  init?: Node | null
  key?: Node
  value?: Node | null
  left?: Node
  right?: Node
  body?: { body?: Node[] }
  params?: Node[]
  operator?: string
  argument?: Node | null
  computed?: boolean
  property?: Node
  object?: Node
}

/** What is called so holds words that are shown, small ones too: `label: 'list'`, `names = { dark: 'dark' }`. */
const holdsWords = /^(?:label|names|nouns|words)$/

/**
 * What both readers do otherwise than Wuchale's: fields, errors and defaults of parameters hold texts, what is compared
 * holds none, and what is named as words holds nothing else.
 */
function mend(reader: Transformer): void {
  const visit = (node: unknown) => reader.visit(node as never)
  const details = reader.heuristciDetails as Details
  const { visitBinaryExpression, visitClassDeclaration, visitProperty } = reader
  const { defaultVisitVariableDeclarator } = reader
  const { visitFunctionDeclaration, visitFunctionExpression, visitArrowFunctionExpression } = reader

  const withDefaults = (visitBody: (node: never) => Message[]) => (node: Node) => [
    ...(node.params ?? []).flatMap(visitDefaults),
    ...visitBody(node as never)
  ]
  const visitVariableDeclarator = (node: Node) =>
    named(node.init?.type === 'ObjectExpression' ? node.id?.name : undefined, () =>
      defaultVisitVariableDeclarator(node as never)
    )
  Object.assign(reader, {
    visitVariableDeclarator,
    defaultVisitVariableDeclarator: visitVariableDeclarator,
    visitFunctionDeclaration: withDefaults(visitFunctionDeclaration),
    visitFunctionExpression: withDefaults(visitFunctionExpression),
    visitArrowFunctionExpression: withDefaults(visitArrowFunctionExpression),
    visitClassDeclaration: (node: Node) => [
      ...(node.body?.body ?? []).flatMap(visitMember),
      ...visitClassDeclaration(node as never)
    ],
    visitProperty: (node: Node) =>
      node.computed
        ? visitProperty(node as never)
        : named(node.key?.name, () => visitProperty(node as never)),
    visitThrowStatement: ({ argument }: Node) => visit(argument),
    visitBinaryExpression: (node: Node) =>
      node.operator === '+'
        ? visitBinaryExpression(node as never)
        : [node.left, node.right].flatMap(unlessLiteral),
    visitSwitchCase: ({ consequent }: { consequent: unknown[] }) => consequent.flatMap(visit),
    visitMemberExpression: ({ object, property }: Node) => [
      ...visit(object),
      ...unlessLiteral(property)
    ]
  })

  function unlessLiteral(node: unknown): Message[] {
    return (node as Node).type === 'Literal' ? [] : visit(node)
  }

  function visitDefaults(node: Node): Message[] {
    return /Pattern$/.test(node.type) ? visit(node) : []
  }

  /** Its methods are visited by themselves, but for their parameters. */
  function visitMember({ type, key, value }: Node): Message[] {
    if (!value) return []
    if (type === 'MethodDefinition') return (value.params ?? []).flatMap(visitDefaults)
    return type === 'PropertyDefinition' ? named(key?.name, () => visit(value)) : []
  }

  /** Visits what stands under a name. */
  function named(name: string | undefined, visitValue: () => Message[]): Message[] {
    const { areWords = false } = details
    if (name !== undefined && holdsWords.test(name)) details.areWords = true
    const messages = visitValue()
    details.areWords = areWords
    return messages
  }
}

class ScriptReader extends Transformer {
  constructor(...given: Settings) {
    super(...given)
    mend(this)
  }
}

interface ReadsSvelte extends Transformer {
  /** Whether what is visited is a part of a text that goes on around it. */
  inCompoundText: boolean
  transformSv(): Promise<TransformOutput>
}

const blocks = ['If', 'Each', 'Await', 'Key', 'Snippet'].map((name) => `visit${name}Block`)

const inside = join(root, 'node_modules/@wuchale/svelte/dist/transformer.js')
const { SvelteTransformer } = (await import(pathToFileURL(inside).href)) as {
  SvelteTransformer: new (...given: Settings) => ReadsSvelte
}

class SvelteReader extends SvelteTransformer {
  constructor(...given: Settings) {
    super(...given)
    mend(this)
    this.visitVariableDeclarator = this.defaultVisitVariableDeclarator
    const visitors = this as unknown as Record<string, (node: unknown) => Message[]>
    for (const name of blocks) {
      const visit = visitors[name]
      if (visit) visitors[name] = (node) => this.#apart(() => visit(node))
    }
  }

  /** What comes and goes has texts of its own, also within a text. */
  #apart(visit: () => Message[]): Message[] {
    const within = this.inCompoundText
    this.inCompoundText = false
    const messages = visit()
    this.inCompoundText = within
    return messages.map((message) => ({
      ...message,
      details: { ...message.details, scope: 'script' }
    }))
  }
}

/** All texts of the page, each once, with the files that show it. */
export async function pageTexts(): Promise<Text[]> {
  const all: Text[] = []
  for (const file of pageFiles()) all.push(...(await extract(file, read(file), () => 0)).texts)
  return joined(all)
}

/** Equal texts as one. */
export function joined(texts: Text[]): Text[] {
  const byKey = new Map<string, Text>()
  for (const text of texts) {
    const known = byKey.get(keyOf(text))
    if (known) known.files = [...new Set([...known.files, ...text.files])]
    else byKey.set(keyOf(text), { ...text })
  }
  return [...byKey.values()]
}

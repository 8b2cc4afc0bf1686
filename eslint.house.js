import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const source = join(import.meta.dirname, 'src')
const { dependencies, devDependencies } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'package.json'), 'utf8')
)

const core = ['say', 'markdown', 'render', 'document', 'found', 'export']
/** What the app reads of the core: the front door, and the types of its results. */
const front = ['say', 'laegna.ts', 'document/model.ts']

/** What each place in src may import inside src beside itself: CONTRIBUTING.md has the picture. */
const known = {
  say: [],
  markdown: [],
  render: ['say', 'markdown'],
  document: ['say', 'markdown', 'render'],
  found: ['say', 'markdown', 'render', 'document'],
  export: ['say', 'markdown', 'render', 'document'],
  'laegna.ts': core,
  examples: ['document'],
  offline: [],
  storage: front,
  import: ['markdown', ...front, 'storage'],
  'anki-connect': front,
  diagrams: ['say'],
  worker: [...front, 'storage', 'import'],
  state: [
    ...front,
    'language',
    'storage',
    'import',
    'anki-connect',
    'diagrams',
    'worker',
    'offline',
    'examples'
  ],
  ui: [
    ...front,
    'language',
    'storage',
    'import',
    'anki-connect',
    'diagrams',
    'worker',
    'state',
    'examples'
  ],
  language: [],
  'main.ts': ['language', 'page.ts'],
  'page.ts': ['storage', 'worker', 'state', 'ui']
}

/**
 * What each exporter imports inside src/export beside itself, the contract and what all share. The
 * dataset holds the original's Anki files.
 */
const exporterFolders = {
  anki: [],
  'cards-markdown': [],
  dataset: ['anki'],
  html: [],
  quizlet: []
}
const exporters = {
  ...exporterFolders,
  shared: [],
  'registry.ts': Object.keys(exporterFolders),
  'contract.ts': []
}

/** Rule: imports inside src go downwards only, name their ending, and use declared packages. */
export const imports = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      sideways:
        'src/export/{{place}} may import only itself, the contract, export/shared and: {{known}}. A new exporter stands in eslint.house.js.',
      upwards: 'Inside src, {{place}} may import only itself and: {{known}}.',
      homeless: 'src/{{place}} is no place of the house: give it one in eslint.house.js.',
      outside: 'The product imports nothing from outside src but packages.',
      ending: 'Write the ending of the file, as in ./name.ts.',
      undeclared: 'package.json does not declare {{name}}.',
      node: 'The product runs in a browser and imports nothing of Node.'
    }
  },
  create(context) {
    const check = (node) => {
      if (typeof node?.value !== 'string') return
      const trouble = judge(context.physicalFilename, node.value.replace(/\?.*$/, ''))
      if (trouble) context.report({ node, ...trouble })
    }
    return {
      ImportDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      TSImportType: (node) => check(node.source),
      'NewExpression[callee.name="URL"][arguments.1.object.type="MetaProperty"]': (node) =>
        check(node.arguments[0])
    }
  }
}

/** Rule: what is said is written out where it is said, so that catalogues can be made of it. */
export const sayings = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      literal: 'Write the sentence out here, with {places}: translators are given what stands here.'
    }
  },
  create(context) {
    return {
      CallExpression({ callee, arguments: given }) {
        const said = { say: given.slice(0, 1), sayCount: given.slice(1, 3) }
        if (!Object.hasOwn(said, callee.name ?? '')) return
        for (const node of said[callee.name]) {
          if (typeof node?.value !== 'string') context.report({ node, messageId: 'literal' })
        }
      }
    }
  }
}

function judge(file, specifier) {
  const place = placeOf(file)
  if (!specifier.startsWith('.')) return judgePackage(specifier, place)
  if (!/\.\w+$/.test(specifier)) return { messageId: 'ending' }
  if (place === undefined) return undefined
  const target = placeOf(join(dirname(file), specifier))
  const asset = /^(?:\.\.\/)+node_modules\/(.+)/.exec(specifier)?.[1]
  if (asset !== undefined) return judgePackage(asset, place)
  if (target === undefined) return { messageId: 'outside' }
  return judgePlaces(place, target)
}

function judgePackage(specifier, place) {
  if (specifier.startsWith('node:')) return place === undefined ? undefined : { messageId: 'node' }
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  const declared = [name, `@types/${name}`].some(
    (name) => name in dependencies || name in devDependencies
  )
  return declared ? undefined : { messageId: 'undeclared', data: { name } }
}

function judgePlaces(place, target) {
  const room = roomOf(place)
  if (!(room in known)) return { messageId: 'homeless', data: { place: room } }
  if (room === 'export' && roomOf(target) === 'export') return judgeExporters(place, target)
  const allowed = [room, ...known[room]]
  if (allowed.includes(target) || allowed.includes(roomOf(target))) return undefined
  return {
    messageId: 'upwards',
    data: { place: room, known: known[room].join(', ') || 'nothing' }
  }
}

function judgeExporters(place, target) {
  const [from, to] = [place, target].map((path) => path.split('/', 2)[1])
  const others = exporters[from] ?? []
  if (from in exporters && [from, 'shared', 'contract.ts', ...others].includes(to)) return undefined
  return { messageId: 'sideways', data: { place: from, known: others.join(', ') || 'nothing' } }
}

/** Path inside src, or undefined for what is outside. */
function placeOf(path) {
  const place = relative(source, path).replaceAll('\\', '/')
  return place.startsWith('../') ? undefined : place
}

function roomOf(place) {
  return place.split('/', 1)[0]
}

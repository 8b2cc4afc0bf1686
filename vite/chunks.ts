import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync, type Plugin, type Rolldown } from 'vite'

/*
 * What two import() share is a file of its own: a first visit would ask for ninety. What the page loads at every visit
 * comes in few, in the order in which it is needed. A module belongs to the first stage that needs it.
 */
const stages: [name: string, beginnings: string[]][] = [
  /** What can be typed into: its chunks are left as they are, see first-load.ts. */
  ['page', ['page.ts']],
  /** What stands around it. */
  ['desk', ['ui/editor/soon.ts', 'ui/desk-parts.ts']],
  /** What they can do, and what the page does by itself. */
  [
    'work',
    [
      'state/import/open-intake.ts',
      'state/later.ts',
      'storage/copies.ts',
      'ui/editor/editor-commands.ts',
      'ui/editor/late/late.ts',
      'ui/editor/late/pasting.ts',
      'ui/later.ts'
    ]
  ],
  /** What a phone does not show at first. */
  ['panes', ['ui/panes.ts']]
]

const door = fileURLToPath(new URL('../src/laegna.ts', import.meta.url))

/** The chunks of the page that is served. */
export function stageChunks(): Rolldown.CodeSplittingOptions {
  let chunkOf: Map<string, string | undefined> | undefined
  return {
    includeDependenciesRecursively: false,
    groups: [{ name: (id, context) => (chunkOf ??= readStages(context)).get(id) }]
  }
}

/** Fails the build where a stage imports what imports it: what one of them has may not be there yet when the other needs it. */
export function noCircles(): Plugin {
  return {
    name: 'no-circles-of-stages',
    apply: 'build',
    generateBundle(_, bundle) {
      const importsOf = (name: string): string[] => {
        const chunk = bundle[name]
        return chunk?.type === 'chunk' ? chunk.imports : []
      }
      for (const { fileName, name } of Object.values(bundle).filter(isStage)) {
        const needed = new Set<string>(importsOf(fileName))
        for (const next of needed) importsOf(next).forEach((each) => needed.add(each))
        if (needed.has(fileName)) {
          this.error(`The chunk ${name} imports what imports it: mend vite/chunks.ts.`)
        }
      }
    }
  }
}

/** Whether a chunk is what each visit loads once the text can be typed into. */
export function isAround(chunk: Rolldown.OutputAsset | Rolldown.OutputChunk): boolean {
  return isStage(chunk) && chunk.name !== 'page'
}

function isStage(file: Rolldown.OutputAsset | Rolldown.OutputChunk): file is Rolldown.OutputChunk {
  return file.type === 'chunk' && stages.some(([name]) => name === file.name)
}

function readStages(modules: Rolldown.ChunkingContext): Map<string, string | undefined> {
  const importsOf = importReader(modules)
  const chunkOf = new Map<string, string | undefined>()
  for (const [stage, beginnings] of stages) {
    const waiting = beginnings.map(source)
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (chunkOf.has(id)) continue
      const module = modules.getModuleInfo(id)
      if (!module) throw new Error(`The page has no ${id} any more: mend vite/chunks.ts.`)
      chunkOf.set(id, stage === 'page' ? undefined : stage)
      waiting.push(...importsOf(module))
    }
  }
  return chunkOf
}

/** What modules import, through the front door only what they use of it. */
function importReader(
  modules: Rolldown.ChunkingContext
): (module: Rolldown.ModuleInfo) => readonly string[] {
  const behind = new Map<string, string>()
  for (const statement of statementsOf(modules.getModuleInfo(door))) {
    if (statement.type !== 'ExportNamedDeclaration' || !statement.source) continue
    const id = source(statement.source.value)
    for (const { exported } of statement.specifiers) behind.set(nameOf(exported), id)
  }
  return (module) => {
    if (!module.importedIds.includes(door)) return module.importedIds
    const used = statementsOf(module).flatMap((statement) =>
      statement.type === 'ImportDeclaration' && /\/laegna\.ts$/.test(statement.source.value)
        ? statement.specifiers.flatMap((specifier) =>
            specifier.type === 'ImportSpecifier'
              ? (behind.get(nameOf(specifier.imported)) ?? [])
              : [door]
          )
        : []
    )
    return [...module.importedIds.filter((id) => id !== door), ...used]
  }
}

function statementsOf(module: Rolldown.ModuleInfo | null) {
  return module?.code ? parseSync(module.id, module.code, { lang: 'ts' }).program.body : []
}

function nameOf(name: { name: string } | { value: string }): string {
  return 'name' in name ? name.name : name.value
}

function source(path: string): string {
  return join(dirname(door), path)
}

import { tick } from 'svelte'
import type { App } from '../../state/app.svelte.ts'
import type { Command } from '../../state/commands/command.ts'
import { mendAll } from '../../state/project/mending.ts'
import { writeKeys } from './write-keys.ts'
import type { Writer } from './writer.ts'

/** Going from problem to problem, through all files, and mending them. */
export function problemCommands(writer: Writer, app: App): Command[] {
  const possible = () => app.reading.compilation.diagnostics.length > 0
  return [
    {
      id: 'go.next-problem',
      group: 'Go',
      label: 'Next problem',
      words: 'error warning mistake',
      keys: 'F8',
      possible,
      run: () => walk(writer, app, 1)
    },
    {
      id: 'go.previous-problem',
      group: 'Go',
      label: 'Problem before',
      words: 'error warning mistake previous',
      keys: 'Shift+F8',
      possible,
      run: () => walk(writer, app, -1)
    },
    {
      id: 'write.mend',
      group: 'Write',
      label: 'Fix the problem at the cursor',
      words: 'mend repair mistake error',
      keys: writeKeys['write.mend'],
      local: true,
      possible,
      run: async () => {
        if (await writer.mend()) return
        const sentence = 'There is no automatic fix for what stands at the cursor.'
        app.notices.mention('No automatic fix here', sentence)
      }
    },
    {
      id: 'write.fix-all',
      group: 'Write',
      label: 'Fix all problems that have a safe fix',
      words: 'mend repair mistakes errors',
      possible: () => app.reading.compilation.diagnostics.some(({ fix }) => fix),
      run: () => mendAll(app)
    },
    {
      id: 'go.editor',
      group: 'Go',
      label: 'Go to the text',
      words: 'editor write',
      possible: () => app.project.openPath !== undefined,
      run: async () => {
        await app.view.showText()
        writer.focus()
      }
    }
  ]
}

/** In the open file first, then in the next one that has any, round to the first. */
async function walk(writer: Writer, app: App, by: 1 | -1): Promise<void> {
  await app.view.showText()
  if (writer.walkProblems(by)) return
  const { openPath, paths } = app.project
  const faulty = new Set(app.reading.compilation.diagnostics.map(({ file }) => file))
  const at = paths.indexOf(openPath ?? '')
  const order = paths.map((_, step) => paths.at((at + by * (step + 1)) % paths.length))
  const file = order.find((path) => path !== undefined && faulty.has(path))
  if (file === undefined) return
  app.openFile(file)
  await tick()
  writer.walkProblems(by, by === 1 ? -1 : Infinity)
}

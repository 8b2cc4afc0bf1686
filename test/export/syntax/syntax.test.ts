import { expect, test } from 'vitest'
import { exporters } from '../../../src/laegna.ts'
import { texts } from '../../markdown/syntax/texts.ts'
import { context, project } from '../projects.ts'

/**
 * Each third text of `test/markdown/syntax` as question and answer of a card, in a file of its own. The files beside say what
 * comes out; `npx vitest run --project node test/export/syntax -u` writes them again: look at each line that changes.
 */
const files = texts
  .filter((_, at) => at % 3 === 0)
  .map((text, at) => ({
    path: `${String(at + 1)}.md`,
    text: `[/Q]\n${text}\n[Q/]\n\n[/A]\n${text}\n[A/]\n`
  }))

test.each([
  ['anki-text', 'anki.txt'],
  ['quizlet', 'quizlet.csv'],
  ['cards-markdown', 'cards.md']
])('%s gives each construct as before', async (id, name) => {
  const exporter = exporters.find((one) => one.id === id)
  const written = await exporter?.run(project(files), {}, context)
  await expect(new TextDecoder().decode(written?.files[0]?.bytes)).toMatchFileSnapshot(name)
})

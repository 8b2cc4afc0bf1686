import { expect, test } from 'vitest'
import { exampleProject } from '../../src/examples/example-project.ts'
import { compile, findCards } from '../../src/laegna.ts'
import { languages } from '../../src/language/languages.ts'

/** What a first visit sees of an example. */
async function seen(code: string) {
  const files = await exampleProject(code)
  const { cards, blocks, chapters, diagnostics, files: read } = compile(files)
  const notes = files.at(-1)!
  return {
    cards: cards.length,
    blocks: blocks.length,
    chapters: chapters.length,
    problems: diagnostics.map(({ message }) => message),
    levels: read.map(({ tree }) => JSON.stringify(tree).match(/"level":\d/g)),
    found: findCards(notes).map(({ rule }) => rule)
  }
}

test.each(languages.slice(1))(
  'the example in $name shows what the English one does',
  async ({ code }) => {
    const english = await seen('en')
    expect(english).toMatchObject({ cards: 3, problems: [] })
    expect(await seen(code)).toEqual(english)
    expect((await exampleProject(code))[0]!.text).not.toBe((await exampleProject('en'))[0]!.text)
  }
)

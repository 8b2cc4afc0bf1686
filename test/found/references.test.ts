import { expect, it } from 'vitest'
import { Compiler, findCards } from '../../src/laegna.ts'

const id = '64f0c0de-1111-4222-8333-444455556666'

it('shows the words of a block that another file of the project holds', () => {
  const compiler = new Compiler()
  const file = { path: 'cards.md', text: `- What is ((${id})) for? #card\n\t- energy\n` }
  compiler.update(file.path, file.text)
  compiler.update('cells.md', `- the mitochondrion\n  id:: ${id}\n`)
  const [card] = findCards(file, {}, compiler.notes)
  expect(card).toMatchObject({ question: 'What is the mitochondrion for?', answer: 'energy' })
})

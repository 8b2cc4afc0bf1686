import { expect, test } from 'vitest'
import { modelfileText } from '../../src/export/dataset/training/modelfile.ts'
import { promptStyles } from '../../src/export/dataset/training/prompt-styles.ts'

test.each(promptStyles.map((style) => [style.className, style] as const))(
  'Ollama puts the prompt of the style %s around a question',
  (className, style) => {
    const text = modelfileText(style)
    const [, template] = /^TEMPLATE """(.*?)"""\n/s.exec(text)!
    // A token that begins every text is Ollama's own business.
    const begin = className === 'Llama3' ? '<|begin_of_text|>' : ''
    expect(begin + template!.replace('{{ .Prompt }}', 'Why?')).toBe(style.prompt('Why?', ''))
    expect(text.includes('PARAMETER stop')).toBe(className === 'Alpaca')
  }
)

test('a model asked for nothing but the record gets nothing else', () => {
  const plain = promptStyles.find(({ className }) => className === 'Default')!
  expect(modelfileText(plain)).toMatch(/^TEMPLATE """\{\{ \.Prompt \}\}"""\n/)
})

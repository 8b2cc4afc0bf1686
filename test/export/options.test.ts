import fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { compile, ExportError, exporters } from '../../src/laegna.ts'

const text =
  '# A\n\n[/BLOCKREAD/]\n\nOne.\n\nTwo.\n\n[/Q]q[Q/] [/A]a[A/]\n\n# B\n\n[/BLOCKREAD/]\n\nThree.\n'
const files = ['a.md', 'b.md'].map((path) => ({ path, text: text.replaceAll('One', path) }))
const input = { name: 'n', compilation: compile(files), files }
const context = { now: new Date(0), seed: 1 }

/** What callers without types, or stores of other versions, hand over. */
const injections = [
  '$(touch x)',
  '`id`',
  '"; rm -rf ~ #',
  "' && x",
  'a\nb: c',
  '\u0000',
  '\ud800',
  '../x',
  '-x/y',
  '',
  'constructor',
  '__proto__',
  'toString',
  '1'
]
const values = fc.oneof(
  fc.constantFrom<unknown>(
    ...injections,
    null,
    NaN,
    Infinity,
    -1,
    0,
    0.3,
    1,
    2,
    1.5,
    1e9,
    true,
    [],
    {},
    [null],
    ['$(x)'],
    { qa: 1 },
    { qa: { instruction: '$(x)' } },
    { __proto__: null }
  ),
  fc.constantFrom<unknown>('lora', 'seed', 'split', ' – ', 'maker/model', 'alpaca'),
  fc.anything()
)

describe.each(exporters.map((exporter) => [exporter.id, exporter] as const))(
  '%s',
  (_, exporter) => {
    const keys = [...Object.keys(exporter.defaults), '__proto__', 'constructor', 'unknown']

    test('takes no option of another sort, and says which and what it may be', async () => {
      for (const key of Object.keys(exporter.defaults)) {
        for (const wrong of [null, Symbol('x'), () => 1, 10n]) {
          const options = { [key]: wrong }
          for (const act of ['run', 'preview'] as const) {
            const made = exporter[act](input, options, context)
            await expect(made).rejects.toThrow(ExportError)
            await expect(made).rejects.toThrow(
              new RegExp(`“${key}” cannot be .*: it has to be (?!Invalid).`)
            )
          }
        }
      }
    })

    test('reads undefined as not said, and passes over keys of other versions', async () => {
      const nothing = Object.fromEntries(
        Object.keys(exporter.defaults).map((key) => [key, undefined])
      )
      const [plain] = (await exporter.run(input, {}, context)).files
      const [made] = (await exporter.run(input, { ...nothing, later: '$(x)' }, context)).files
      expect(made!.bytes).toEqual(plain!.bytes)
    })

    test('gives a file or a refusal whatever it is asked for, and scripts hold none of it', async () => {
      const wishes = fc.dictionary(fc.constantFrom(...keys), values, { maxKeys: 3 })
      await fc.assert(
        fc.asyncProperty(wishes, async (options) => {
          try {
            const { files } = await exporter.run(input, options, context)
            expect(files[0]!.bytes.length).toBeGreaterThan(0)
            if (exporter.id !== 'dataset') return
            const parts = await JSZip.loadAsync(files[0]!.bytes)
            for (const part of parts.file(/train\.(?:sh|ps1)$|\.yaml$/)) {
              const script = await part.async('string')
              for (const word of ['touch x', '`id`', 'rm -rf ~']) expect(script).not.toContain(word)
            }
          } catch (error) {
            expect(error).toBeInstanceOf(ExportError)
          }
        }),
        { numRuns: 60 }
      )
    })
  }
)

test('a number that the panel lets a person choose is taken, and the next one is not', async () => {
  const numbers = exporters.flatMap((exporter) =>
    exporter.fields
      .filter(({ control }) => control === 'number')
      .map(({ key, min, max, step = 1 }) => ({ exporter, key, min, max, step }))
  )
  expect(numbers.length).toBeGreaterThan(2)
  for (const { exporter, key, min, max, step } of numbers) {
    const made = (value: number | undefined) => exporter.run(input, { [key]: value }, context)
    for (const end of [min, max]) expect((await made(end)).files).toHaveLength(1)
    await expect(made(max! + step)).rejects.toThrow(ExportError)
    await expect(made(min! - step)).rejects.toThrow(ExportError)
  }
})

test.each([
  [{ method: '$(x)' }, 'method', 'one of lora, full, qlora, pretrain'],
  [{ devices: '2' }, 'devices', 'a whole number from 1 to 1024'],
  [{ nodes: 1e9 }, 'nodes', 'a whole number from 1 to 1024'],
  [{ epochs: NaN }, 'epochs', 'a whole number from 0 to 10000'],
  [{ model: '-x/y' }, 'model', 'the name of a model on the Hugging Face hub, like maker/model'],
  [{ model: '../x' }, 'model', 'the name of a model on the Hugging Face hub, like maker/model'],
  [{ preset: 'constructor' }, 'preset', 'one of auto, instruct, study, seed, chat, completion'],
  [{ separator: 'a\nb' }, 'separator', 'text of one line, 100 letters at most'],
  [{ validationFraction: -0.1 }, 'validationFraction', 'a number from 0 to 0.5'],
  [{ anki: { noteType: 1 } }, 'anki.noteType', 'text of one line, 200 letters at most'],
  [{ templates: { qa: { instruction: 1 } } }, 'templates.qa.instruction', 'text']
])('the dataset refuses %j by its name', async (options, name, allowed) => {
  const dataset = exporters.find(({ id }) => id === 'dataset')!
  const made = dataset.run(input, options, context)
  await expect(made).rejects.toThrow(`The option “${name}” cannot be`)
  await expect(made).rejects.toThrow(`it has to be ${allowed}.`)
})

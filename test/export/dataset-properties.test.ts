import { Ajv } from 'ajv'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DatasetItem } from '../../src/export/dataset/items/item.ts'
import { ExportError } from '../../src/export/contract.ts'
import { chatSchema } from './chat-schema.ts'
import { exportDataset, jsonLines, type OpenedDataset, records } from './open-zip.ts'
import { project } from './projects.ts'

/** Chapters of a document with a word of its own in each piece of text, so that it can be followed. */
const chapter = fc.record({
  level: fc.integer({ min: 1, max: 3 }),
  paragraphs: fc.integer({ min: 0, max: 3 }),
  card: fc.boolean(),
  readers: fc.constantFrom(
    '',
    ' [/BLOCKREAD/]',
    ' [/CHAPTREEREAD/]',
    ' [/BLOCKREAD/] [/CHAPTREEREAD/]'
  )
})
const files = fc.array(fc.array(chapter, { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 3
})
const settings = fc.record({
  capture: fc.constantFrom('tagged' as const, 'all' as const),
  chapterContent: fc.constantFrom('region' as const, 'own' as const),
  contentFormat: fc.constantFrom('markdown' as const, 'text' as const),
  questionsInContent: fc.boolean()
})
const options = fc.record({
  preset: fc.constantFrom(
    'study' as const,
    'instruct' as const,
    'seed' as const,
    'chat' as const,
    'completion' as const
  ),
  outlines: fc.boolean(),
  following: fc.boolean()
})

type Chapters = (typeof files extends fc.Arbitrary<infer Value> ? Value : never)[number]

/** A word that no other part holds, and that no near repeat is taken for. */
function word(path: string, ...numbers: number[]): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([path, numbers]))
    .digest('hex')
  return `w${digest.slice(0, 14)}w`
}

function write(path: string, chapters: Chapters): string {
  return chapters
    .map(({ level, paragraphs, card, readers }, at) => {
      const texts = Array.from({ length: paragraphs }, (_, n) => word(path, at, n))
      const pair = card ? [`[/Q]${word(path, at, 8)}?[Q/] [/A]${word(path, at, 9)}[A/]`] : []
      return [`${'#'.repeat(level)} ${word(path, at, 7)}${readers}`, ...texts, ...pair].join('\n\n')
    })
    .join('\n\n')
}

function items({ texts }: OpenedDataset): DatasetItem[] {
  return [...texts].flatMap(([path, text]) =>
    path.startsWith('items/') ? jsonLines<DatasetItem>(text) : []
  )
}

/** Words of our own in texts. */
function words(...texts: string[]): Set<string> {
  return new Set(texts.flatMap((text) => text.match(/w[0-9a-f]{14}w/g) ?? []))
}

const common = (one: Set<string>, other: Set<string>) => [...one].filter((each) => other.has(each))

test('any project: sound files, right sums, a manifest as its schema says, no text on both sides', async () => {
  await fc.assert(
    fc.asyncProperty(files, settings, options, fc.nat(), async (all, chosen, wish, seed) => {
      const sources = all.map((chapters, at) => ({
        path: `f${at}.md`,
        text: write(`f${at}.md`, chapters)
      }))
      let opened: OpenedDataset
      try {
        opened = await exportDataset(project(sources, chosen), wish, seed)
      } catch (error) {
        // A project of one passage gives no dataset, and says so.
        expect(error).toBeInstanceOf(ExportError)
        return
      }
      const { texts } = opened

      const schema = JSON.parse(texts.get('manifest.schema.json')!) as object
      const manifest = JSON.parse(texts.get('manifest.json')!) as {
        files: { path: string; sha256: string; bytes: number }[]
        counts: { rows: Record<string, Record<string, number>> }
      }
      const ajv = new Ajv({ strict: false })
      expect(ajv.validate(schema, manifest), ajv.errorsText()).toBe(true)
      for (const { path, sha256, bytes } of manifest.files) {
        const text = Buffer.from(texts.get(path)!)
        expect([path, text.length]).toEqual([path, bytes])
        expect(createHash('sha256').update(text).digest('hex')).toBe(sha256)
      }

      for (const path of ['chat/train.jsonl', 'chat/validation.jsonl']) {
        for (const row of jsonLines<{ messages: { role: string }[] }>(texts.get(path))) {
          expect(ajv.validate(chatSchema, row), ajv.errorsText()).toBe(true)
          expect(row.messages.at(-1)!.role).toBe('assistant')
        }
      }

      const both = items(opened)
      expect(new Set(both.map(({ id }) => id)).size).toBe(both.length)
      for (const [kind, counts] of Object.entries(manifest.counts.rows)) {
        for (const [split, count] of Object.entries(counts)) {
          const rows = both.filter((item) => item.kind === kind && item.split === split)
          expect(rows).toHaveLength(count)
        }
      }
      for (const side of ['train', 'val'] as const) {
        expect(records(opened, side).length).toBeGreaterThan(0)
        for (const record of records(opened, side)) {
          expect(Object.keys(record)).toEqual(['instruction', 'input', 'output'])
          expect(record.instruction.trim()).not.toBe('')
          expect(record.output.trim()).not.toBe('')
        }
      }

      // Titles are told as context, so they may stand on both sides; what is learned may not.
      const side = (split: string) =>
        words(
          ...both
            .filter((item) => item.split === split)
            .flatMap(({ question, answer, content }) => [question, answer, content])
        )
      expect(common(side('train'), side('validation'))).toEqual([])
      const train = words(texts.get('litgpt/text/train/train.txt') ?? '')
      expect(common(train, words(texts.get('litgpt/text/val/val.txt') ?? ''))).toEqual([])
    }),
    { numRuns: 60 }
  )
})

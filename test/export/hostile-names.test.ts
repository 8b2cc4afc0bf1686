import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { datasetOptions } from '../../src/export/dataset/options-schema.ts'
import { compile, renderHtml } from '../../src/laegna.ts'
import { exportDataset, jsonLines, type OpenedDataset } from './open-zip.ts'

/** Each of these would leave a file behind where a shell ran it. */
const pieces = [
  '$(touch ran)',
  '`touch ran`',
  ';touch ran;',
  '\ntouch ran\n',
  '|touch ran',
  '&& touch ran',
  "'; touch ran; '",
  '"; touch ran; "',
  '${IFS}',
  '-rf',
  '--help',
  '%s%n',
  '!!',
  '\u001b]0;owned\u0007',
  '\u001b[2J',
  '\u202e',
  '\u2028',
  '\u009b31m',
  '\\',
  '’; touch ran; ‘',
  '```\n# owned\n',
  '---\n',
  ': [',
  '<script>alert(1)</script>',
  '](javascript:alert(1))',
  '@MODEL@',
  'plain'
]
const names = fc.sample(
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }).map((few) => few.join('')),
  { numRuns: 500, seed: 21 }
)

const folder = mkdtempSync(`${tmpdir()}/laegna names-`)
const opened: OpenedDataset[] = []

/** Five zips, in which a hundred names stand each: of the project, files, chapters, decks, tags and options. */
beforeAll(async () => {
  for (let at = 0; at < names.length; at += 100) {
    const some = names.slice(at, at + 100)
    const quoted = (index: number) => JSON.stringify(some[index])
    const files = some.slice(0, 60).map((name, index) => ({
      path: `${name.replaceAll('\n', ' ')}/${index}.md`,
      text: `---\ntitle: ${quoted(index)}\ndeck: ${quoted(99 - index)}\ntags: [${quoted(60 + (index % 30))}]\n---\n\n# ${some[index]!.replaceAll('\n', ' ')}\n\nWhat stands here says something of it, number ${index}.\n\n[/Q]What is ${index}?[Q/] [/A]${some[index]!.replaceAll('\n', ' ')}[A/]\n\n[/BLOCKREAD/]\n`
    }))
    const settings = { deck: some[90]!, tags: [some[91]!], capture: 'all' as const }
    const input = { name: some[92]!, files, settings, compilation: compile(files, settings) }
    const options = { separator: some[93]!, sources: true }
    opened.push(await exportDataset(input, options))
  }
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true }))

// eslint-disable-next-line no-control-regex -- these are looked for
const control = /[\0-\x08\x0b-\x1f\x7f-\x9f]/

test.skipIf(process.platform === 'win32')('no name acts in the training script', () => {
  for (const [at, { texts }] of opened.entries()) {
    const home = `${folder}/${at}`
    for (const [path, text] of texts) {
      mkdirSync(dirname(`${home}/${path}`), { recursive: true })
      if (!path.endsWith('/')) writeFileSync(`${home}/${path}`, text)
    }
    const { stdout, stderr, status } = spawnSync('sh', ['train.sh', '--check'], {
      cwd: home,
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin' }
    })
    expect(status).toBe(0)
    expect(existsSync(`${home}/ran`)).toBe(false)
    expect(stdout + stderr).not.toMatch(control)
  }
})

test('none of them is the name of a model', () => {
  const taken = names.filter((model) => {
    try {
      return datasetOptions({ model }).model === model
    } catch {
      return false
    }
  })
  expect(taken.filter((name) => name !== 'plain')).toEqual([])
})

test('what is to be read by programs is sound', () => {
  for (const { texts } of opened) {
    for (const [path, text] of texts) {
      if (path.endsWith('.json')) JSON.parse(text)
      if (path.endsWith('.jsonl')) jsonLines(text)
      if (/\.ya?ml$/.test(path))
        expect(parseAllDocuments(text).flatMap((d) => d.errors)).toEqual([])
    }
  }
})

/** Scripts hold numbers and the name of a model: so nothing has to be quoted in them, in no shell and no Python. */
test('no name stands in a script', () => {
  const scripts = opened.map(({ texts }) =>
    [...texts]
      .filter(([path]) => /\.(?:sh|ps1|py)$/.test(path))
      .map(([path, text]) => [path, text.replace(/[\d.]+/g, '0')])
  )
  expect(scripts[0]?.length).toBeGreaterThan(2)
  for (const others of scripts) expect(others).toEqual(scripts[0])
})

test.skipIf(process.platform === 'win32')('the README can be read, and its commands run', () => {
  for (const { texts } of opened) {
    const readme = texts.get('README.md')!
    expect(readme).not.toMatch(control)
    const [, header = '', ...rest] = readme.split(/^---$/m)
    expect(parseAllDocuments(header).flatMap(({ errors }) => errors)).toEqual([])
    const body = rest.join('---')
    expect(renderHtml({ path: 'README.md', text: body })).not.toMatch(/<h1[^>]*>owned|<script/)
    const commands = [...body.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block = '']) => block)
    const asks = commands.filter((block) => block.includes('litgpt generate'))
    expect(asks).not.toEqual([])
    for (const block of asks) {
      const stub = `litgpt() { for word; do printf '%s\\n' "$word"; done; }\n`
      const { stderr } = spawnSync('sh', ['-c', stub + block], { cwd: folder, encoding: 'utf8' })
      expect(stderr).toBe('')
      expect(existsSync(`${folder}/ran`)).toBe(false)
    }
  }
})

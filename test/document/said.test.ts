import { expect, test } from 'vitest'
import { compile, type Diagnostic } from '../../src/laegna.ts'
import { severities } from '../../src/document/problems/diagnostics.ts'
import { inEnglish, type Said } from '../../src/say/say.ts'
import { readSample, sampleNames, type Sample } from './read-sample.ts'

/** A problem of a sample, with all that its author wrote. */
interface Found extends Diagnostic {
  written: string
}

/** What takes more text than anybody reads in a sample. */
const large: Sample[] = [
  { files: [{ path: 'a.md', text: '*a* '.repeat(501) }], settings: {}, media: [] },
  {
    files: [
      { path: 'a.md', text: '![[b]]\n\n'.repeat(100) },
      { path: 'b.md', text: 'words '.repeat(1000) }
    ],
    settings: {},
    media: []
  }
]

const found = [...sampleNames.map(readSample), ...large].flatMap((sample): Found[] => {
  const { files, settings, media } = sample
  const written = [...files.flatMap(({ path, text }) => [path, text]), ...media].join('\n')
  return compile(files, settings, media).diagnostics.map((one) => ({ ...one, written }))
})

test.each(Object.keys(severities))('a page can word what is said of %s', (code) => {
  const problems = found.filter((problem) => problem.code === code)
  expect(problems).not.toEqual([])
  for (const { message, said, fix, written } of problems) {
    expect(inEnglish(said)).toBe(message)
    if (fix) expect(inEnglish(fix.said)).toBe(fix.title)
    // Words that are no author's stand in templates, where translators find them.
    const words = valuesOf(said).flatMap(
      (value) => value.match(/(?<!<)\b[a-z]{2,} [a-z]{2,}/g) ?? []
    )
    for (const pair of words) expect(written).toContain(pair)
  }
})

/** All that stands in places, but for what a parser of headers says: nobody can translate that. */
function valuesOf({ template, values = {} }: Said): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (typeof value === 'object') return valuesOf(value)
    return name === 'why' && template.startsWith('The header') ? [] : [String(value)]
  })
}

import { defaultSchema, type Schema } from 'hast-util-sanitize'
import { calloutClasses } from '../markdown/tree/callout-kinds.ts'

const calloutFrame = ['className', 'callout', ...calloutClasses] as [string, ...string[]]
const calloutTitle = ['className', 'callout-title'] as [string, string]

/**
 * What HTML of users may hold: GitHub's rules, and what notes mark words with; our own line numbers and
 * places of what is drawn afterwards. This layer alone puts the prefix before ids.
 */
export const schema: Schema = {
  ...defaultSchema,
  // With their text, which was never meant to be read.
  strip: ['script', 'style', 'title'],
  // The pictures that a `picture` may choose from work only beside the file: the one in it is shown.
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => name !== 'source'),
    ...['abbr', 'cite', 'dfn', 'figcaption', 'figure', 'mark', 'small', 'u']
  ],
  // Links of programs for notes and papers, and of the disk: they open by a click alone, and no media do.
  protocols: {
    ...defaultSchema.protocols,
    href: [...(defaultSchema.protocols?.['href'] ?? []), 'obsidian', 'zotero', 'file']
  },
  attributes: {
    ...defaultSchema.attributes,
    '*': [...(defaultSchema.attributes?.['*'] ?? []), 'dataLine', 'dataHole'],
    div: [...(defaultSchema.attributes?.['div'] ?? []), calloutFrame],
    details: [calloutFrame],
    p: [calloutTitle],
    summary: [...(defaultSchema.attributes?.['summary'] ?? []), calloutTitle],
    strong: [['className', 'callout-kind']],
    // One class alone: Anki's MathJax looks into code that has a class of its own.
    code: [['className', /^language-\S+$/]]
  }
}

/** The prefix that the sanitiser puts before every id. */
export const idPrefix = schema.clobberPrefix ?? ''

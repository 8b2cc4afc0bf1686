import type { Yaml } from 'mdast'
import * as v from 'valibot'
import { parseDocument } from 'yaml'
import { opensFrontMatter } from '../markdown/parse.ts'
import { offsets } from '../markdown/tag-places.ts'
import { cardTags } from './card-tags.ts'
import type { Problem } from './diagnostics.ts'

/** What a file's header says about it (L5.6). */
export interface FrontMatter {
  title?: string
  fileId?: string
  deck?: string
  /** Added to the project's tags. */
  tags: string[]
}

const word = v.pipe(
  v.union([v.string(), v.number(), v.boolean()]),
  v.transform((value) => String(value).trim())
)
const words = v.union([v.pipe(word, v.transform(cardTags)), v.array(word)])
const fields = {
  title: word,
  file_id: word,
  deck: word,
  tags: words
} as const

/** Reads a YAML header; what is broken in it becomes a problem, and the rest still counts. */
export function readFrontMatter(node: Yaml): { frontMatter: FrontMatter; problems: Problem[] } {
  const { start } = offsets(node)
  const from = start + 4
  // The YAML parser takes no CR alone for a line end, as Markdown does.
  const yaml = node.value.replace(/\r(?!\n)/g, '\n')
  const document = parseDocument(yaml, { prettyErrors: false })
  const problems = document.errors.slice(0, 1).map((error): Problem => ({
    code: 'front-matter',
    start: from + error.pos[0],
    end: from + Math.max(error.pos[1], error.pos[0]),
    message: `The header is not valid YAML: ${error.message}. Write one "key: value" a line, with quotes around a value that holds ": ".`
  }))
  if (problems.length > 0) return { frontMatter: { tags: [] }, problems }
  let data: unknown
  try {
    data = document.toJS()
  } catch {
    // An alias without its anchor, or too many of them, is found only here.
    problems.push(
      problem(
        'The header holds a * or & that YAML takes for a reference. Put quotes around that value.'
      )
    )
    return { frontMatter: { tags: [] }, problems }
  }
  const record = v.safeParse(v.record(v.string(), v.unknown()), data ?? {})
  const frontMatter: FrontMatter = { tags: [] }
  if (!record.success) {
    problems.push(problem('The header is not a list of "key: value" lines. Write one a line.'))
    return { frontMatter, problems }
  }
  const title = field('title', fields.title)
  const fileId = field('file_id', fields.file_id)
  const deck = field('deck', fields.deck)
  if (title) frontMatter.title = title
  if (fileId) frontMatter.fileId = fileId
  if (deck) frontMatter.deck = deck
  frontMatter.tags = field('tags', fields.tags) ?? []
  return { frontMatter, problems }

  function field<T>(key: string, schema: v.GenericSchema<unknown, T>): T | undefined {
    const value = record.success ? record.output[key] : undefined
    if (value === undefined || value === null) return undefined
    const parsed = v.safeParse(schema, value)
    if (parsed.success) return parsed.output
    problems.push(problem(`"${key}" in the header has to be text. Write it as ${key}: value.`))
    return undefined
  }

  function problem(message: string): Problem {
    return { code: 'front-matter', start, end: offsets(node).end, message }
  }
}

/** A header whose closing `---` is missing is read as text, and its author told so. */
export function unclosedHeader(text: string): Problem[] {
  return opensFrontMatter.test(text)
    ? [
        {
          start: 0,
          end: 3,
          code: 'front-matter',
          message:
            'The header is never closed, so it is read as text. Put --- on a line of its own after it.'
        }
      ]
    : []
}

import type { Yaml } from 'mdast'
import * as v from 'valibot'
import { isMap, isNode, isScalar, parseDocument, type Document } from 'yaml'
import { say, type Said } from '../../say/say.ts'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import type { Toml } from '../../markdown/tree/nodes.ts'
import { frontMatterEnd, headerFenceOf } from '../../markdown/reading/header-fence.ts'
import { offsets } from '../../markdown/tag-places.ts'
import { spelledTags } from '../../markdown/tags.ts'
import { cardTag, cardTags } from '../cards/card-tags.ts'
import type { Mend, Problem } from '../problems/diagnostics.ts'
import { hashedTags, type HashedTags } from './header-hashes.ts'
import { headerFieldOf, type HeaderField, type KeyPlaces } from './header-keys.ts'
import { readToml, tomlPlaces, type TomlFault } from './toml-header.ts'
import { mostLevels, yamlTooDeepAt } from './yaml-depth.ts'

/** What a file's header says about it (L5.6). */
export interface FrontMatter {
  title?: string
  fileId?: string
  deck?: string
  /** What others may do with the text: names as written, such as `CC BY 4.0`. */
  license?: string[]
  /** Added to the project's tags. */
  tags: string[]
}

const word = v.pipe(
  v.union([v.string(), v.number(), v.bigint(), v.boolean()]),
  v.transform((value) => String(value).trim())
)
/** A list in a list comes of `[[a]]`; an item without a word says nothing. */
const list = v.pipe(
  v.array(v.unknown()),
  v.transform((items) => items.flat(2).filter((item) => item !== null && item !== undefined)),
  v.array(v.pipe(word, v.transform(cardTag))),
  v.transform((tags) => tags.filter((tag) => tag !== ''))
)
const fields = {
  title: word,
  file_id: word,
  deck: word,
  tags: v.union([v.pipe(word, v.transform(cardTags)), list])
} as const

/** One licence, several, or one for each kind of content as MyST has them; any other form belongs to another tool. */
function licenses(value: unknown): string[] {
  const words = v.safeParse(
    v.union([
      v.pipe(
        word,
        v.transform((one) => [one])
      ),
      v.array(word),
      v.pipe(
        v.record(v.string(), word),
        v.transform((kinds) => Object.values(kinds))
      )
    ]),
    value
  )
  return words.success ? [...new Set(words.output.filter((one) => one !== ''))] : []
}

/** Reads a header of a text; what is broken in it becomes a problem, and the rest still counts. */
export function readFrontMatter(
  node: Yaml | Toml,
  text: string
): { frontMatter: FrontMatter; problems: Problem[] } {
  const { start, end } = offsets(node)
  const from = start + (/^[^\r\n]*(?:\r\n|\n|\r)/.exec(text.slice(start, end))?.[0].length ?? 0)
  // The YAML parser takes no CR alone for a line end, as Markdown does.
  const yaml = node.value.replace(/\r(?!\n)/g, '\n')
  const isToml = node.type === 'toml'
  const frontMatter: FrontMatter = { tags: [] }
  const problems: Problem[] = []
  const hashed = isToml ? undefined : hashedTags(yaml)
  if (isToml) {
    const read = readToml(yaml)
    if (read.data) takeFields(read.data, tomlPlaces(yaml))
    else problems.push(invalidToml(yaml, read.error))
    return { frontMatter, problems }
  }
  const deepAt = yamlTooDeepAt(yaml)
  if (deepAt !== undefined) {
    problems.push(tooDeep(deepAt))
    return { frontMatter, problems }
  }
  const document = parseDocument(yaml, { prettyErrors: false })
  const [error] = document.errors
  if (error) {
    problems.push(
      hashed?.put !== undefined && isSound(yaml, hashed, hashed.put)
        ? hashProblem(hashed)
        : invalid(yaml, error)
    )
    return { frontMatter, problems }
  }
  let data: unknown
  try {
    data = document.toJS()
  } catch {
    // An alias without its anchor, or too many of them, is found only here.
    problems.push(
      problem(
        say(
          'The header holds a * or & that YAML takes for a reference. Put quotes around that value.'
        )
      )
    )
    return { frontMatter, problems }
  }
  const record = v.safeParse(v.record(v.string(), v.unknown()), data ?? {})
  if (!record.success) {
    problems.push(problem(say('The header is not a list of "key: value" lines. Write one a line.')))
    return { frontMatter, problems }
  }
  takeFields(record.output, keyPlaces(document))
  return { frontMatter, problems }

  function takeFields(data: Record<string, unknown>, places: KeyPlaces): void {
    const written = new Map(Object.entries(data))
    const title = field('title', fields.title, written, places)
    const fileId = field('file_id', fields.file_id, written, places)
    const deck = field('deck', fields.deck, written, places)
    if (title) frontMatter.title = title
    if (fileId) frontMatter.fileId = fileId
    if (deck) frontMatter.deck = deck
    const license = licenses(written.get('license') ?? written.get('licence'))
    if (license.length > 0) frontMatter.license = license
    frontMatter.tags = field('tags', fields.tags, written, places) ?? []
    if (hashed) problems.push(hashProblem(hashed))
    for (const one of strangeKeys(written, places)) problems.push(one)
  }

  function field<T>(
    key: HeaderField,
    schema: v.GenericSchema<unknown, T>,
    written: ReadonlyMap<string, unknown>,
    places: KeyPlaces
  ): T | undefined {
    const value = written.get(key)
    if (value === undefined || value === null) return undefined
    const parsed = v.safeParse(schema, value)
    if (parsed.success) return parsed.output
    problems.push(problem(key === 'tags' ? noWords() : noText(key), places.get(key)?.value))
    return undefined
  }

  function noWords(): Said {
    const put = isToml ? 'tags = ["one", "two"]' : 'tags: [one, two]'
    return say('"tags" in the header has to be words. Write them as {put}.', { put })
  }

  function noText(key: HeaderField): Said {
    const put = isToml ? `${key} = "value"` : `${key}: value`
    return say('"{key}" in the header has to be text. Write it as {put}.', { key, put })
  }

  /** Keys that come near ours, or are another tool's: what they say would be lost in silence. */
  function strangeKeys(written: ReadonlyMap<string, unknown>, places: KeyPlaces): Problem[] {
    const renamed = new Set<HeaderField>()
    return [...written].flatMap(([key, value]) => {
      const meant = headerFieldOf(key)
      const place = places.get(key)?.key
      if (meant === undefined || meant === key || value === null || !place) return []
      if (written.has(meant)) {
        const said = say(
          '"{key}" in the header means nothing beside "{meant}". Write what it says there, and take "{key}" out.',
          { key, meant }
        )
        return [problem(said, place)]
      }
      const isFirst = !renamed.has(meant) && v.safeParse(fields[meant], value).success
      renamed.add(meant)
      const said = say('"{key}" in the header means nothing here. Write "{meant}".', { key, meant })
      const found = problem(said, place)
      // A key found in TOML may be a line of a longer text: no edit is safe.
      if (!isFirst || isToml) return [found]
      const { start, end } = found
      const fix: Mend = { said: say('Write {key}', { key: meant }), start, end, text: meant }
      return [{ ...found, fix }]
    })
  }

  function hashProblem({ put, ...range }: HashedTags): Problem {
    const found = problem(
      say('YAML takes a # for a comment, so these tags are not read. Write them without #.'),
      range
    )
    if (put === undefined) return found
    return { ...found, fix: { said: say('Write them without #'), ...place(range), text: put } }
  }

  function tooDeep(at: number): Problem {
    const said = say(
      'Lists and keys in the header stand in each other more than {most} deep, so nothing in it is read. Take the long run of brackets, dashes or indents out.',
      { most: mostLevels }
    )
    return problem(said, { start: at, end: at + 1 })
  }

  function invalid(yaml: string, { message, pos }: { message: string; pos: [number, number] }) {
    const range = { start: pos[0], end: Math.max(pos[1], pos[0]) }
    const [tag] = spelledTags(yaml)
    const remedy = tag
      ? say(
          '{tag} stands in it, where it means nothing: if this is no header, leave a blank line after the first ---.',
          { tag: tag.source }
        )
      : say('Write one "key: value" a line, with quotes around a value that holds ": ".')
    const said = say('The header is not valid YAML: {why}. {remedy}', { why: message, remedy })
    const found = problem(said, range)
    const fix = tag ? undefined : quoted(yaml, pos[0])
    if (!fix) return found
    return { ...found, fix: { said: say('Put quotes around it'), ...place(fix), text: fix.put } }
  }

  function invalidToml(toml: string, { message, place: range }: TomlFault): Problem {
    const [tag] = spelledTags(toml)
    const remedy = tag
      ? say(
          '{tag} stands in it, where it means nothing: if this is no header, write a backslash before the first +++.',
          { tag: tag.source }
        )
      : say('Write one key = "value" a line, with quotes around text.')
    return problem(
      say('The header is not valid TOML: {why}. {remedy}', { why: message, remedy }),
      range
    )
  }

  function problem(said: Said, range?: SourceRange): Problem {
    return { code: 'front-matter', said, ...(range ? place(range) : { start, end }) }
  }

  function place(range: SourceRange): SourceRange {
    return { start: from + range.start, end: from + range.end }
  }
}

function keyPlaces({ contents }: Document): KeyPlaces {
  const places: KeyPlaces = new Map()
  for (const { key, value } of isMap(contents) ? contents.items : []) {
    if (!isScalar(key) || !key.range) continue
    const range = isNode(value) ? value.range : undefined
    places.set(String(key.value), {
      key: { start: key.range[0], end: key.range[1] },
      ...(range && { value: { start: range[0], end: range[1] } })
    })
  }
  return places
}

/** The value on the line of an error, in quotes, if the header is sound then. */
function quoted(yaml: string, at: number): (SourceRange & { put: string }) | undefined {
  for (const match of yaml.matchAll(/^([\w-][\w -]*:[ \t]+)([^\s"'[{][^\r\n]*)$/gm)) {
    const [line, key = '', value = ''] = match
    if (match.index > at || match.index + line.length < at) continue
    const start = match.index + key.length
    const range = { start, end: start + value.length }
    const put = JSON.stringify(value.trim())
    if (isSound(yaml, range, put)) return { ...range, put }
  }
  return undefined
}

function isSound(yaml: string, { start, end }: SourceRange, put: string): boolean {
  const mended = yaml.slice(0, start) + put + yaml.slice(end)
  if (yamlTooDeepAt(mended) !== undefined) return false
  return parseDocument(mended, { prettyErrors: false }).errors.length === 0
}

/** A header that is read as text, and its author told why: it is not closed, or not at the top. */
export function misplacedHeader(text: string): Problem[] {
  const blank = /^\s*\n|^\s*\r/.exec(text)?.[0].length ?? 0
  if (blank > 0 && frontMatterEnd(text.slice(blank)) > 0) {
    return [
      {
        start: blank,
        end: blank + 3,
        code: 'front-matter',
        said: say(
          'A header has to begin in the first line of the file, so this one is read as text. Take the blank lines above it out.'
        ),
        fix: { said: say('Take the blank lines out'), start: 0, end: blank, text: '' }
      }
    ]
  }
  const fence = headerFenceOf(text)
  return fence
    ? [
        {
          start: 0,
          end: 3,
          code: 'front-matter',
          said: say(
            'The header is never closed, so it is read as text. Put {fence} on a line of its own after it.',
            { fence }
          )
        }
      ]
    : []
}

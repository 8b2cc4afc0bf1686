import type { Code, Html, Nodes } from 'mdast'
import { say, sayCount, type Said, type SaidValue } from '../../say/say.ts'
import { holdsBlocks } from '../../markdown/tree/block-containers.ts'
import { isPrivate } from '../../markdown/tree/comments.ts'
import { lineStart } from '../../markdown/line-start.ts'
import { isPlain } from '../../markdown/scan/plain-blocks.ts'
import { offsets } from '../../markdown/tag-places.ts'
import { spelledTags, spellsTag } from '../../markdown/tags.ts'
import { parse } from '../../markdown/parse.ts'
import { cutAtHeadings, type Section } from '../sections/chapters.ts'
import { withoutComments } from '../sections/html-places.ts'
import type { KnownSection } from '../sections/known-sections.ts'
import { severities, type Problem } from './diagnostics.ts'
import { fenceBesideTag, type Edit } from './fence-beside-tag.ts'
import { pairTags } from '../sections/pairs.ts'

/** Sections in which no code and no HTML holds any, wherever they stand. */
const without = new WeakSet<KnownSection>()

/** Tags that code fences and HTML blocks hold without their author meaning it (L1.7). */
export function swallowedTags(text: string, sections: Section[], noteSyntax: boolean): Problem[] {
  const problems: Problem[] = []
  // One fence out of place puts all that follow out of place: only the first is mended.
  let isFirst = true
  for (const { known, blocks } of sections) {
    if (known && without.has(known)) continue
    const before = problems.length
    for (const block of blocks) if (!isPlain(block)) inspect(block, true)
    if (known && problems.length === before) without.add(known)
  }
  return problems

  function inspect(node: Nodes, isTop: boolean): void {
    if (node.type === 'code') {
      const found = inCode(text, node, isTop && isFirst, noteSyntax)
      if (found.length > 0) isFirst = false
      for (const one of found) problems.push(one)
    } else if (node.type === 'html') {
      for (const one of inHtml(text, node, isTop, noteSyntax)) problems.push(one)
    } else if (holdsBlocks(node)) for (const child of node.children) inspect(child, false)
  }
}

function inCode(text: string, node: Code, isMended: boolean, noteSyntax: boolean): Problem[] {
  const { start, end } = offsets(node)
  const source = text.slice(start, end)
  if (!spellsTag(source)) return []
  const lines = source.split(/\r\n|\n|\r/)
  const fence = /^(?:`{3,}|~{3,})/.exec(lines[0] ?? '')?.[0]
  const tags = spelledTags(node.value).length
  if (!fence || (tags === 0 && !spellsTag(lines[0] ?? ''))) return []
  const beside = fenceBesideTag(text, { start, end }, fence)
  if (beside) {
    const { problem, edit } = beside
    const fix = { said: say('Give the tag a line of its own'), ...edit }
    const mends = isMended && leavesLess(text, edit, noteSyntax)
    return [{ ...problem, code: 'unclosed-fence', ...(mends && { fix }) }]
  }
  if (tags === 0 || (lines.length > 1 && closesFence(lines.at(-1) ?? '', fence))) return []
  return [
    {
      start,
      end: start + fence.length,
      code: 'unclosed-fence',
      said: sayCount(
        tags,
        'This code block is never closed and swallows {count} tag. Put {fence} on a line of its own where the code ends.',
        'This code block is never closed and swallows {count} tags. Put {fence} on a line of its own where the code ends.',
        { fence }
      )
    }
  ]
}

/** A text of more characters is not read twice more for the sake of a fix. */
const LONG = 200_000

/** Whether an edit takes more mistakes away than it makes. */
function leavesLess(text: string, { start, end, text: put }: Edit, noteSyntax: boolean): boolean {
  if (text.length > LONG) return false
  const after = text.slice(0, start) + put + text.slice(end)
  return countMistakes(after, noteSyntax) < countMistakes(text, noteSyntax)
}

/** Mistakes of a piece of text; a code block that swallows a tag counts, whatever may be said of it. */
function countMistakes(text: string, noteSyntax: boolean): number {
  const { children } = parse(text, { noteSyntax }).root
  const problems = cutAtHeadings(children).flatMap((blocks) => pairTags(text, blocks).problems)
  const swallowing = children.filter(
    (node) => node.type === 'code' && spellsTag(`${node.lang} ${node.meta} ${node.value}`)
  )
  return problems.filter(({ code }) => severities[code] === 'error').length + swallowing.length
}

function closesFence(line: string, fence: string): boolean {
  const bare = line.replace(/^[ \t>]+/, '').trimEnd()
  return bare.length >= fence.length && bare === fence.charAt(0).repeat(bare.length)
}

/** How the HTML blocks end that a blank line does not end (CommonMark's kinds 1 to 5). */
const runOn: [begin: RegExp, end: RegExp, closer: SaidValue][] = [
  [/^<!--/, /-->/, '-->'],
  [
    /^<(?:script|pre|style|textarea)(?=[\s>]|$)/i,
    /<\/(?:script|pre|style|textarea)>/i,
    say('its end tag')
  ],
  [/^<\?/, /\?>/, '?>'],
  [/^<!\[CDATA\[/, /\]\]>/, ']]>'],
  [/^<![A-Za-z]/, />/, '>']
]

function inHtml(text: string, node: Html, isTop: boolean, noteSyntax: boolean): Problem[] {
  if (isPrivate(node)) return []
  const { start, end } = offsets(node)
  const source = text.slice(start, end)
  const kind = runOn.find(([begin]) => begin.test(source))
  if (kind && !kind[1].test(source)) {
    const opener = kind[0].exec(source)?.[0] ?? ''
    const said = swallowing(source, opener, kind[2])
    if (!said) return []
    return [
      {
        start,
        end: start + opener.length,
        code: 'unclosed-html',
        said
      }
    ]
  }
  const shown = withoutComments(source, node).replace(/<!--[\s\S]*?-->/g, (comment) =>
    ' '.repeat(comment.length)
  )
  const first = spelledTags(shown)[0]
  if (!first) return []
  const at = start + first.at
  const line = lineStart(text, at)
  const beginsLine = line > start && /^ {0,3}$/.test(text.slice(line, at))
  return [
    {
      start: at,
      end: at + first.source.length,
      code: 'tag-in-html',
      said: say(
        '{tag} stands inside HTML, where it means nothing. Leave a blank line between the HTML and the tag.',
        { tag: first.source }
      ),
      ...(isTop && beginsLine && !kind && isSound(text.slice(line, end), noteSyntax)
        ? { fix: { said: say('Insert a blank line'), start: line, end: line, text: '\n' } }
        : {})
    }
  ]
}

/** What HTML takes in that nothing closes: tags, or text behind a blank line; nothing where it ends there. */
function swallowing(source: string, opener: string, closer: SaidValue): Said | undefined {
  const tags = spelledTags(source).length
  if (tags > 0) {
    return sayCount(
      tags,
      '{opener} is never closed and swallows {count} tag. Put {closer} where it ends.',
      '{opener} is never closed and swallows {count} tags. Put {closer} where it ends.',
      { opener, closer }
    )
  }
  return /(?:\r\n|\n|\r)[ \t>]*(?:\r\n|\n|\r)[ \t>]*[^\s>]/.test(source)
    ? say('{opener} is never closed and swallows all text below it. Put {closer} where it ends.', {
        opener,
        closer
      })
    : undefined
}

/** Whether the tags in a piece of text form pairs by themselves. */
function isSound(text: string, noteSyntax: boolean): boolean {
  const { problems } = pairTags(text, parse(text, { noteSyntax }).root.children)
  return problems.every(({ code }) => severities[code] !== 'error')
}

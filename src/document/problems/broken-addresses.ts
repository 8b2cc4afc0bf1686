import type { Heading, Nodes, Paragraph, TableCell } from 'mdast'
import { say, type Said } from '../../say/say.ts'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import { offsets } from '../../markdown/tag-places.ts'
import type { Problem } from './diagnostics.ts'

/** Addresses longer than this are none. */
const LONG = 500

/**
 * Pictures and links that are text for a blank in their address, `![](my cell.png)`, or for a
 * bracket too many: Markdown takes such addresses between `<` and `>` only.
 */
export function brokenAddresses(text: string, node: Paragraph | Heading | TableCell): Problem[] {
  const { start, end } = offsets(node)
  const source = text.slice(start, end)
  if (!source.includes('](')) return []
  const plain = textRanges(node)
  const isText = (from: number, to: number) =>
    plain.some((range) => range.start <= start + from && start + to <= range.end)
  const problems: Problem[] = []
  for (let at = source.indexOf(']('); at >= 0; at = source.indexOf('](', at + 2)) {
    if (!isText(at, at + 2) || isEscaped(source, at)) continue
    const opener = openerOf(source, at)
    if (opener === undefined || !isText(opener, opener + 1) || isEscaped(source, opener)) continue
    const isPicture = source[opener - 1] === '!'
    if (isPicture && isEscaped(source, opener - 1)) continue
    // A link cannot hold another.
    if (!isPicture && /(?:^|[^!])\[[^\]]*\]\(/.test(source.slice(opener + 1, at))) continue
    const written = addressIn(source.slice(at + 2, at + 2 + LONG))
    if (!written || !(isPicture ? /[^\s)]/ : path).test(written.address)) continue
    const sized = isPicture ? sizedAddress(written.address) : undefined
    if (sized?.size.startsWith('x')) {
      const from = start + opener - 1
      problems.push(heightAlone(text, { start: from, end: start + at }, written, sized))
      continue
    }
    if (sized) {
      const bar = node.type === 'tableCell' ? '\\|' : '|'
      const put = `${bar}${sized.size}](${sized.address}`
      const end = start + at + 2 + written.start + written.address.length
      const range = { start: start + at, end }
      problems.push({
        ...range,
        code: 'broken-address',
        said: say(
          '{address} ends with a size, which belongs to the words: this is no picture but text. Write ![words{put}).',
          { address: written.address, put }
        ),
        fix: { said: say('Put the size behind the words'), ...range, text: put }
      })
      continue
    }
    const from = start + at + 2 + written.start
    const range = { start: from, end: from + written.address.length }
    const put = inAngles(written.address)
    problems.push({
      ...range,
      code: 'broken-address',
      said: unread(isPicture, written.address, put),
      fix: { said: say('Put < > around it'), ...range, text: put }
    })
  }
  return problems
}

function unread(isPicture: boolean, address: string, put: string): Said {
  const values = { address, put }
  if (/[ \t]/.test(address)) {
    return isPicture
      ? say('{address} holds a blank, so this is no picture but text. Write {put}.', values)
      : say('{address} holds a blank, so this is no link but text. Write {put}.', values)
  }
  return isPicture
    ? say(
        '{address} holds a bracket without its other half, so this is no picture but text. Write {put}.',
        values
      )
    : say(
        '{address} holds a bracket without its other half, so this is no link but text. Write {put}.',
        values
      )
}

/** A height without a width, which only HTML can say. */
function heightAlone(
  text: string,
  words: SourceRange,
  written: WrittenIn,
  { address, size }: { address: string; size: string }
): Problem {
  const alt = text.slice(words.start + 2, words.end)
  const bare = address.replace(/^<|>$/g, '')
  const put = `<img src="${bare}" alt="${alt}" height="${size.slice(1)}">`
  const range = { start: words.start, end: words.end + 2 + written.length }
  const isSafe = written.title === undefined && !/["<>&\\[\]\r\n]/.test(alt + bare)
  return {
    ...range,
    code: 'broken-address',
    said: say('{address} ends with a height, so this is no picture but text. Write {put}.', {
      address: written.address,
      put
    }),
    ...(isSafe && { fix: { said: say('Write it as HTML'), ...range, text: put } })
  }
}

/** `x.png =300x200`, `x.png =300` or `x.png =x200`, as HackMD and others write a picture's size: the address as Markdown reads it, and the size. */
function sizedAddress(written: string): { address: string; size: string } | undefined {
  const [, address = '', width, height] =
    /^(.*[^ \t])[ \t]+=(\d{1,5})?(?:[xX](\d{1,5})?)?$/.exec(written) ?? []
  if (width === undefined && height === undefined) return undefined
  const isBare =
    /^<[^<>]*>$/.test(address) ||
    (!/[ \t<>]/.test(address) && closerIn(`${address})`) === address.length)
  return {
    address: isBare ? address : inAngles(address),
    size: height === undefined ? `${width}` : `${width ?? ''}x${height}`
  }
}

function inAngles(address: string): string {
  return `<${address.replace(/\\(?=[ \t])/g, '').replace(/[<>]|\\(?!\|)/g, encodeURIComponent)}>`
}

/** What in round brackets names a file or a place of the web, and is no remark. */
const path = /^(?:\.{0,2}\/|[a-z][a-z0-9+.-]*:\/\/)|\.[a-z][a-z0-9]{0,7}(?:[#?][^.]*)?$/i

/** What stands behind `](`. */
interface WrittenIn {
  start: number
  address: string
  title: string | undefined
  /** To the bracket that closes it. */
  length: number
}

/** The address behind `](` if it is one that Markdown does not read; a title may follow. */
function addressIn(source: string): WrittenIn | undefined {
  const [line = ''] = source.split(/[\r\n]/, 1)
  const end = closerIn(line) ?? line.indexOf(')')
  if (end < 0) return undefined
  const [, lead = '', address = '', title] =
    /^([ \t]*)(.*?)(?:[ \t]+("[^"]*"|'[^']*'))?[ \t]*$/.exec(line.slice(0, end)) ?? []
  const isBroken = /[ \t]/.test(address) || closerIn(`${address})`) !== address.length
  return isBroken && (!address.startsWith('<') || sizedAddress(address))
    ? { start: lead.length, address, title, length: end + 1 }
    : undefined
}

/** Where the round bracket closes that stands before a line. */
function closerIn(line: string): number | undefined {
  let depth = 1
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '(') depth++
    else if (line[at] === ')' && --depth === 0) return at
  }
  return undefined
}

/** Where the square bracket opens that closes at an offset. */
function openerOf(source: string, closer: number): number | undefined {
  let depth = 0
  for (let at = closer; at >= Math.max(0, closer - LONG); at--) {
    if (isEscaped(source, at)) continue
    if (source[at] === ']') depth++
    else if (source[at] === '[' && --depth === 0) return at
  }
  return undefined
}

function isEscaped(source: string, at: number): boolean {
  let before = at
  while (source[before - 1] === '\\') before--
  return (at - before) % 2 === 1
}

function textRanges(node: Nodes): SourceRange[] {
  if (node.type === 'text') return node.position ? [offsets(node)] : []
  return 'children' in node ? node.children.flatMap(textRanges) : []
}

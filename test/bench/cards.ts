import type { SourceFile } from '../../src/document/model.ts'

/** A paragraph that stands free in its document, by offsets. */
interface Place {
  start: number
  end: number
}

/**
 * Turns about `count` paragraphs, spread evenly, into cards: half of them as one line of question
 * and answer, half with the answer between tags on lines of their own.
 */
export function putCards(
  files: SourceFile[],
  count: number
): { files: SourceFile[]; cards: number } {
  const places = files.map(({ text }) => freeParagraphs(text))
  const step = Math.max(1, places.flat().length / count)
  let seen = 0
  let cards = 0
  const tagged = files.map(({ path, text }, file) => {
    let done = 0
    let result = ''
    for (const { start, end } of places[file]!) {
      seen += 1
      if (seen <= cards * step) continue
      result += text.slice(done, start) + asCard(text.slice(start, end), cards)
      cards += 1
      done = end
    }
    return { path, text: result + text.slice(done) }
  })
  return { files: tagged, cards }
}

function asCard(answer: string, index: number): string {
  const subject = (answer.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 5).join(' ')
  const question = `[/Q]${index + 1}: what is said of **${subject}**?[Q/]`
  return index % 2 === 0 ? `${question} [/A]${answer}[A/]` : `${question}\n\n[/A]\n${answer}\n[A/]`
}

const opener = /^ {0,3}(`{3,}|~{3,}|\$\$|<!--|<(?:pre|script|style)\b)/i

function freeParagraphs(text: string): Place[] {
  const places: Place[] = []
  let closer: RegExp | undefined
  for (const { 0: block, index: start } of text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)) {
    const wasOpen = closer !== undefined
    for (const line of block.split('\n')) closer = nextCloser(line, closer)
    if (!wasOpen && !closer && isPlain(block)) {
      places.push({ start, end: start + block.length })
    }
  }
  return places
}

/** What ends the fence, math, comment or raw HTML that is open after `line`. */
function nextCloser(line: string, closer: RegExp | undefined): RegExp | undefined {
  if (closer) return closer.test(line) ? undefined : closer
  const mark = opener.exec(line)?.[1]
  if (mark === undefined) return undefined
  if (mark === '$$') return /\$\$.*\$\$/.test(line) ? undefined : /\$\$\s*$/
  if (mark === '<!--') return line.includes('-->') ? undefined : /-->/
  if (mark.startsWith('<'))
    return /<\/(pre|script|style)>/i.test(line) ? undefined : /<\/(pre|script|style)>/i
  return new RegExp(`^ {0,3}${mark[0]!}{${mark.length},}\\s*$`)
}

/** Prose only: nothing that could swallow a tag put around it. */
function isPlain(block: string): boolean {
  if (!/^[\p{L}]/u.test(block) || /^\p{L}+[.)] /u.test(block)) return false
  if (/[<\\|]|\$\$|\[\/|^\s*(?:[-=*+#>]|\d+[.)])|::|\{#/m.test(block)) return false
  return (block.match(/`/g) ?? []).length % 2 === 0
}

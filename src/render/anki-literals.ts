import type { Element, ElementContent, Root } from 'hast'
import { cleanHtml } from './clean-text.ts'

/**
 * What Anki would take up in a text that only writes about it: sounds, speech, pictures of LaTeX,
 * boxes to type into, cloze deletions.
 */
const commands = /\[(?=sound:|\/?anki:|\/?latex\]|\/?\${1,2}\]|\[type:)|\{(?=\{)/gi

/**
 * Hides Anki's commands in the HTML of a user's text, attributes included: Anki looks for them in
 * the HTML as it stands, so a character reference is enough, and nobody sees a difference.
 */
export function hideCommands(html: string): string {
  return html.replace(commands, (mark) => `&#${String(mark.charCodeAt(0))};`)
}

/** Plain text as HTML that Anki and MathJax show as it stands, whatever comes behind it. */
export function textAsShown(text: string): string {
  // Most texts need no care at all.
  if (!/[&<>[{\\]/.test(text)) return text
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return hideCommands(escaped).replace(/\\(?=[()[\]]|$)/g, '<span>\\</span>')
}

/** `textAsShown` for a field, which holds no control characters. */
export function textHtml(text: string): string {
  return cleanHtml(textAsShown(text))
}

/** What MathJax would take for the begin or end of a formula. What follows may be another node's. */
const mathMarks = /\\(?=[()[\]]|$)/

/**
 * Parts such marks in the text below `parent` by an element: MathJax looks in the page, where
 * references are read already. It reads no code; formulas are meant for it.
 */
export function hideMathMarks(parent: Root | Element): void {
  parent.children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return parted(child.value)
    if (child.type === 'element' && !isLeftAlone(child)) hideMathMarks(child)
    return [child as ElementContent]
  })
}

function parted(text: string): ElementContent[] {
  const parts: ElementContent[] = []
  let rest = text
  for (let mark = mathMarks.exec(rest); mark; mark = mathMarks.exec(rest)) {
    const slash: ElementContent = { type: 'text', value: '\\' }
    parts.push({ type: 'text', value: rest.slice(0, mark.index) })
    parts.push({ type: 'element', tagName: 'span', properties: {}, children: [slash] })
    rest = rest.slice(mark.index + 1)
  }
  return [...parts, { type: 'text', value: rest }]
}

function isLeftAlone({ tagName }: Element): boolean {
  return tagName === 'code' || tagName === 'pre'
}

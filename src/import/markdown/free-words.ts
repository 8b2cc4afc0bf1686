import type { Parents, PhrasingContent, Root, RootContent } from 'mdast'
import { tagForms, type TagKind, type TagSide } from '../../markdown/tags.ts'

const tag = /\[\/?(?:[TQA]|BLOCKREAD|CHAPTREEREAD)\/?\]/g
const address = /\bhttps?:\/\/[^\s<>[\]"“”«»]+/g

/**
 * Takes out of texts what is to be read as it stands: our tags, which come through as tags unless they
 * are `asText`, and bare addresses, which become links. All else in a text is text.
 */
export function freeWords(root: Root, asText = false): void {
  free(root, false, asText)
}

function free(parent: Parents, inLink: boolean, asText: boolean): void {
  const children = parent.children.flatMap((child): RootContent[] => {
    if ('children' in child) free(child, inLink || child.type === 'link', asText)
    if (child.type !== 'text') return [child]
    const parts = asText ? [child] : split(child.value, tag, tagOf)
    if (inLink) return parts
    return parts.flatMap((part) =>
      part.type === 'text' ? split(part.value, address, linkOf) : [part]
    )
  })
  Object.assign(parent, { children })
}

/** A text as texts and what stands for the matches in it. */
function split(
  text: string,
  pattern: RegExp,
  make: (found: string) => PhrasingContent[]
): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (index > end) parts.push({ type: 'text', value: text.slice(end, index) })
    for (const part of make(found)) parts.push(part)
    end = index + found.length
  }
  if (end < text.length) parts.push({ type: 'text', value: text.slice(end) })
  return parts
}

function tagOf(value: string): PhrasingContent[] {
  const form: { kind: TagKind; side: TagSide } | undefined = tagForms.get(value)
  return [form ? { type: 'tag', value, ...form } : { type: 'text', value }]
}

/** What ends a sentence or closes what was opened before it is none of an address. */
function linkOf(found: string): PhrasingContent[] {
  const url = /^[^]*?(?=[.,;:!?'*_~]*$|[)][.,;:!?]*$)/.exec(found)?.[0] ?? found
  const rest = found.slice(url.length)
  const link: PhrasingContent = { type: 'link', url, children: [{ type: 'text', value: url }] }
  return rest ? [link, { type: 'text', value: rest }] : [link]
}

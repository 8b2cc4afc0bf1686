import { say } from '../../../say/say.ts'
import { eachChunk, fencedCode, type QualityRule } from './rule.ts'
import { weightOf, withoutDirectives } from './weight.ts'

/** Of the letters that are read at least this share has to stand outside of links. */
const OUTSIDE = 0.25

/** Words below a picture that are heavier say something without it. */
const EXPLAINS = 100

/**
 * Pictures, links, links by reference, addresses. The words of the second and third are read. Each part ends where the next
 * one of its kind begins: what nothing closes would be looked through to the end from each sign.
 */
const PICTURE = /!\[([^\][]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\][]*\])?/g
const LINK = /\[((?:[^\][]|\[[^\][]*\])*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\][]*\])/g
const ADDRESS = /<[a-z][a-z0-9+.-]*:[^<>]*>|\bhttps?:\/\/\S+/gi

/** Where one only reads where else to read. */
export const links: QualityRule = {
  name: 'links',
  label: say('Link lists and lone pictures'),
  hint: say('Hardly any words but those of links; the target is not in the text.'),
  rest: eachChunk(isLinks)
}

function isLinks(text: string): boolean {
  if (fencedCode(text)) return false
  let inside = 0
  let found = 0
  const take = (words: string) => {
    found++
    inside += weightOf(words)
    return ''
  }
  const outside = withoutDirectives(text)
    .replace(PICTURE, (_, words: string) => (weightOf(words) > EXPLAINS ? words : take('')))
    .replace(LINK, (_, words: string) => take(words))
    .replace(ADDRESS, () => take(''))
  return found > 0 && weightOf(outside) <= OUTSIDE * (weightOf(outside) + inside)
}

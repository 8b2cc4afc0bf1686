import type { RootContent } from 'mdast'
import { say } from '../../say/say.ts'
import { offsets } from '../../markdown/tag-places.ts'
import type { Section } from '../sections/chapters.ts'
import type { KnownSection } from '../sections/known-sections.ts'
import { cardTags } from './card-tags.ts'
import type { Problem } from '../problems/diagnostics.ts'
import { yamlList, yamlWord } from '../header/header-keys.ts'

/** `TARGET DECK: Biology` and `FILE TAGS: exam`, as Obsidian_to_Anki has them in the text. */
const lines =
  /^(TARGET DECK|FILE TAGS)(?:[ \t]*:[ \t]*|[ \t]*(?:\r\n|\n|\r))(\S[^\r\n]*)(?:\r\n|\n|\r|$)/gm

/** Lines of the text by which another tool learns the deck and the tags of a file. */
export function deckLines(text: string, sections: Section[], header?: RootContent): Problem[] {
  return sections
    .filter((section) => mayHold(text, section))
    .flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'paragraph'))
    .flatMap((paragraph) => {
      const { start, end } = offsets(paragraph)
      return [...text.slice(start, end).matchAll(lines)].map((match): Problem => {
        const [line, name = '', value = ''] = match
        const at = start + match.index
        const isToml = header?.type === 'toml'
        const setting = isToml ? tomlSetting(name, value) : yamlSetting(name, value)
        const fix = isToml ? undefined : moveUp(text, at, at + line.length, setting, header)
        const fence = isToml ? '+++' : '---'
        return {
          start: at,
          end: at + name.length,
          code: 'front-matter',
          said: say(
            '{name} means nothing in the text. Write {setting} in the header, between two lines of {fence} at the top of the file.',
            { name, setting, fence }
          ),
          ...(fix && { fix: { said: say('Move it into the header'), ...fix } })
        }
      })
    })
}

/** Sections that were looked over and hold none. */
const without = new WeakSet<KnownSection>()

function mayHold(text: string, { known, own }: Section): boolean {
  if (known && without.has(known)) return false
  const holds = /TARGET DECK|FILE TAGS/.test(text.slice(own.start, own.end))
  if (known && !holds) without.add(known)
  return holds
}

function yamlSetting(name: string, value: string): string {
  return name === 'TARGET DECK'
    ? `deck: ${yamlWord(value.trim())}`
    : `tags: ${yamlList(cardTags(value))}`
}

function tomlSetting(name: string, value: string): string {
  return name === 'TARGET DECK'
    ? `deck = ${JSON.stringify(value.trim())}`
    : `tags = [${cardTags(value)
        .map((tag) => JSON.stringify(tag))
        .join(', ')}]`
}

/** Takes a line out and puts a setting into the header, if that says nothing of it yet. */
function moveUp(text: string, start: number, end: number, setting: string, header?: RootContent) {
  if (!header) {
    // A first --- that opens no header would close this one.
    if (/^\s*---/.test(text)) return undefined
    return { start: 0, end, text: `---\n${setting}\n---\n\n${text.slice(0, start)}` }
  }
  if (header.type !== 'yaml') return undefined
  const [key = ''] = setting.split(':')
  if (new RegExp(`^["']?${key}\\b`, 'm').test(header.value)) return undefined
  const at =
    offsets(header).end - (/---[ \t]*$/.exec(text.slice(0, offsets(header).end))?.[0].length ?? 3)
  return { start: at, end, text: `${setting}\n${text.slice(at, start)}` }
}

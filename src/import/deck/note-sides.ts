import type { DeckNote, DeckType } from './read-deck.ts'

/** Which fields of a note make its card, by their numbers. */
export interface NoteSides {
  question: number[]
  answer: number[]
  /** Where an answer goes that there is none of yet; -1 where the type has no field for it. */
  answerField: number
  /** Fields that hold something and are on neither side. */
  left: number[]
}

interface TypeSides {
  front: number[]
  back: number[]
}

const sidesOfType = new WeakMap<DeckType, TypeSides>()

/** What of a note is question and what is answer; blank fields are on neither side. */
export function noteSides({ type, fields }: DeckNote): NoteSides {
  const sides = sidesOfType.get(type) ?? typeSides(type)
  sidesOfType.set(type, sides)
  const held = (numbers: number[]) => numbers.filter((at) => !isBlank(fields[at] ?? ''))
  const question = held(sides.front)
  const answer = held(sides.back)
  const used = new Set([...question, ...answer])
  return {
    question,
    answer,
    answerField: answer[0] ?? sides.back[0] ?? -1,
    left: held(fields.map((_, at) => at)).filter((at) => !used.has(at))
  }
}

function typeSides({ kind, fields, template }: DeckType): TypeSides {
  // A text file says nothing of templates: mostly the first field asks for the second.
  if (!template) return { front: [0], back: [1].filter((at) => at < fields.length) }
  const isGap = (filters: string[]) => filters.includes('cloze')
  // What is to be typed on the front is the answer.
  const isShown = (filters: string[]) => !filters.includes('type')
  const front = fieldsIn(template.front, fields, kind === 'cloze' ? isGap : isShown)
  const back = fieldsIn(template.back, fields, () => true).filter((at) => !front.includes(at))
  return { front, back }
}

/** Numbers of the fields that a template shows by filters that are `wanted`, in their order there. */
function fieldsIn(
  template: string,
  names: string[],
  wanted: (filters: string[]) => boolean
): number[] {
  const found = new Set<number>()
  const text = template.replace(/<!--[\s\S]*?-->/g, '')
  for (const [, inner = ''] of text.matchAll(/\{\{([^{}]*)\}\}/g)) {
    if (/^\s*[#^/!]/.test(inner)) continue
    const filters = inner.split(':').map((word) => word.trim())
    const at = names.indexOf(filters.pop() ?? '')
    if (at >= 0 && wanted(filters)) found.add(at)
  }
  return [...found]
}

/** Whether a field shows nothing. */
export function isBlank(html: string): boolean {
  return (
    html
      .replace(/<(?!img|audio|video|object|svg|math)[^>]*>/gi, '')
      .replace(/&nbsp;|&#160;/g, ' ')
      .trim() === ''
  )
}

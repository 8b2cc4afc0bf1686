import { Text } from '@codemirror/state'
import type { BlockContext, MarkdownConfig } from '@lezer/markdown'
import { lineNumberAt, lineStartsOf } from './line-numbers.ts'

type Wrap = NonNullable<MarkdownConfig['wrap']>
type Input = Parameters<Wrap>[1]

/** A text that is being parsed, by its lines, which count from 1; to read all of it costs as much as it is long. */
export interface WholeText {
  /** How many lines it has. */
  readonly count: number
  /** The line in which an offset stands. */
  numberAt: (offset: number) => number
  /** A line as it is written, without its end; empty where there is none. */
  lineAt: (number: number) => string
  read: () => string
}

const texts = new WeakMap<object, WholeText>()

/** Lets block parsers look ahead beyond the next line, which Lezer does not offer them. */
export const rememberInput: Wrap = (parse, input, _fragments, ranges) => {
  const doc: unknown = Reflect.get(input, 'doc')
  const whole =
    ranges.length === 1 && doc instanceof Text
      ? ofDocument(doc)
      : ofString(() => joined(input, ranges))
  texts.set(parse, whole)
  return parse
}

/** The text that is being parsed. */
export function wholeText(context: BlockContext): WholeText | undefined {
  return texts.get(context)
}

/** Keeps what was found out about a whole text as long as it is being parsed. */
export function onceForText<Facts>(find: (text: WholeText) => Facts) {
  const known = new WeakMap<WholeText, Facts>()
  return (context: BlockContext): Facts | undefined => {
    const text = texts.get(context)
    if (!text) return undefined
    const facts = known.get(text) ?? find(text)
    known.set(text, facts)
    return facts
  }
}

/** A document of the editor knows its lines, however long it is. */
function ofDocument(doc: Text): WholeText {
  return {
    count: doc.lines,
    numberAt: (offset) => doc.lineAt(Math.min(offset, doc.length)).number,
    lineAt: (number) => (number >= 1 && number <= doc.lines ? doc.line(number).text : ''),
    read: () => doc.sliceString(0)
  }
}

function ofString(read: () => string): WholeText {
  let text: string | undefined
  let starts: number[] | undefined
  const all = (): string => (text ??= read())
  const lines = (): number[] => (starts ??= lineStartsOf(all()))
  return {
    get count() {
      return lines().length
    },
    numberAt: (offset) => lineNumberAt(lines(), offset),
    lineAt: (number) => {
      const start = lines()[number - 1]
      return start === undefined ? '' : all().slice(start, (lines()[number] ?? Infinity) - 1)
    },
    read: all
  }
}

/** A text of which some stretches are read: places count in these alone, as Lezer counts them. */
function joined(input: Input, ranges: Parameters<Wrap>[3]): string {
  if (ranges.length <= 1) return input.read(0, input.length)
  return ranges.map(({ from, to }) => input.read(from, to)).join('')
}

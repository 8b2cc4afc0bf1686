import type { BlockContext, MarkdownConfig } from '@lezer/markdown'

type Wrap = NonNullable<MarkdownConfig['wrap']>
type Input = Parameters<Wrap>[1]

type Text = Pick<Input, 'read' | 'length'>

const inputs = new WeakMap<object, Text>()

/** Lets block parsers look ahead beyond the next line, which Lezer does not offer them. */
export const rememberInput: Wrap = (parse, input, _fragments, ranges) => {
  inputs.set(parse, ranges.length > 1 ? joined(input, ranges) : input)
  return parse
}

/** Keeps what was found out about a whole text as long as it is being parsed. */
export function onceForText<Facts>(find: (text: string) => Facts) {
  const known = new WeakMap<Text, Facts>()
  return (context: BlockContext): Facts | undefined => {
    const input = inputs.get(context)
    if (!input) return undefined
    const facts = known.get(input) ?? find(input.read(0, input.length))
    known.set(input, facts)
    return facts
  }
}

/** A text of which some stretches are read: places count in these alone, as Lezer counts them. */
function joined(input: Input, ranges: Parameters<Wrap>[3]): Text {
  const text = ranges.map(({ from, to }) => input.read(from, to)).join('')
  return { length: text.length, read: (from, to) => text.slice(from, to) }
}

import type { BlockContext, MarkdownConfig } from '@lezer/markdown'

type Wrap = NonNullable<MarkdownConfig['wrap']>
type Input = Parameters<Wrap>[1]

const inputs = new WeakMap<object, Input>()

/** Lets block parsers look ahead beyond the next line, which Lezer does not offer them. */
export const rememberInput: Wrap = (parse, input) => {
  inputs.set(parse, input)
  return parse
}

/** Keeps what was found out about a whole text as long as it is being parsed. */
export function onceForText<Facts>(find: (text: string) => Facts) {
  const known = new WeakMap<Input, Facts>()
  return (context: BlockContext): Facts | undefined => {
    const input = inputs.get(context)
    if (!input) return undefined
    const facts = known.get(input) ?? find(input.read(0, input.length))
    known.set(input, facts)
    return facts
  }
}

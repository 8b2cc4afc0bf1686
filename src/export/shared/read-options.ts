import * as v from 'valibot'
import { say } from '../../say/say.ts'
import { ExportError } from '../contract.ts'

/**
 * What the schema of an exporter's options makes of the wishes of a page, a store or a program. An
 * option that is not said, or `undefined`, is as it comes; keys that no option has are passed over,
 * as another version of the app may know them. Throws `ExportError` at the first value that does not
 * fit: it names the option, what was given and what it may be.
 */
export function readOptions<T>(schema: v.GenericSchema<unknown, T>, wishes: unknown): T {
  const read = v.safeParse(schema, wishes)
  if (read.success) return read.output
  const [issue] = read.issues
  const name = v.getDotPath(issue)
  throw new ExportError(
    name === null
      ? say('The options of an export have to be an object, not {value}.', {
          value: shown(issue.input)
        })
      : say('The option “{name}” cannot be {value}: it has to be {rule}.', {
          name,
          value: shown(issue.input),
          // What only programs can get wrong stays in English.
          rule: issue.message
        })
  )
}

/** Says what a switch may be. */
export const flag = v.boolean('true or false')

/** One of some words. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  return v.picklist(words, `one of ${words.join(', ')}`)
}

/** A whole number within bounds. */
export function whole(min: number, max: number) {
  const rule = `a whole number from ${String(min)} to ${String(max)}`
  return v.pipe(v.number(rule), v.integer(rule), v.minValue(min, rule), v.maxValue(max, rule))
}

/** Text of one line, without control characters or halves of letters. */
export function line(most: number) {
  const rule = `text of one line, ${String(most)} letters at most`
  return v.pipe(
    v.string(rule),
    v.maxLength(most, rule),
    v.check((text) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text), rule)
  )
}

function shown(value: unknown): string {
  if (typeof value === 'string' || (typeof value === 'object' && value !== null)) {
    const text = typeof value === 'string' ? JSON.stringify(value) : json(value)
    return text.length > 60 ? `${text.slice(0, 60)}…` : text
  }
  return typeof value === 'function' ? 'a function' : String(value)
}

function json(value: object): string {
  try {
    return JSON.stringify(value)
  } catch {
    return 'an object'
  }
}

/*
 * Sentences for a person. Who finds something out says it in English, as a template with named places and what
 * stands in them, so that a page can say it in another language. Templates are written where they are said, a
 * whole sentence each: catalogues for translators are made of them.
 */

/** What stands in a place: a text as it is, a number with its digits grouped, or words that are said themselves. */
export type SaidValue = string | number | Said

/** A sentence, or several that belong together, as plain data. */
export interface Said {
  /** English, with places in braces: `{path} is empty.` Of what is counted, the form for one. */
  template: string
  /** Of what is counted: the English form for all numbers but one. The number is `values.count`. */
  plural?: string
  values?: Readonly<Record<string, SaidValue>>
}

/** The names of a template's places. */
type Places<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Places<Rest>
  : never

type Given<Name extends string> = [Name] extends [never]
  ? []
  : [values: Readonly<Record<Name, SaidValue>>]

/**
 * Says something. The number of a line is given as a string, as its digits are not grouped, and a brace that
 * opens no place as a value.
 */
export function say<Template extends string>(
  template: Template,
  ...[values]: Given<Places<Template>>
): Said {
  return values ? { template, values } : { template }
}

/** Says something of a count, which stands in `{count}`, in both forms of English; other languages have others. */
export function sayCount<One extends string, Many extends string>(
  count: number,
  one: One,
  many: Many,
  ...[values]: Given<Exclude<Places<One | Many>, 'count'>>
): Said {
  return { template: one, plural: many, values: { count, ...values } }
}

/** A sentence in English. */
export function inEnglish({ template, plural, values }: Said): string {
  if (!values) return template
  const form = plural !== undefined && values['count'] !== 1 ? plural : template
  return form.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name] ?? place
    if (typeof value === 'string') return value
    return typeof value === 'number' ? value.toLocaleString('en') : inEnglish(value)
  })
}

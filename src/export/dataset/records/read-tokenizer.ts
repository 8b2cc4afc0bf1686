import * as v from 'valibot'

/*
 * What the library that reads it takes for granted: an empty word, or a piece of no length, it would go
 * through without an end, and replacements that make a text longer could follow one another.
 */

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** Times that replacements may make a text longer, all of them together. */
const mostGrowth = 100

/** A step of reading a text, or several in their order. */
interface Step {
  type: string
  length?: number | undefined
  content?: string | undefined
  normalizers?: Step[] | undefined
  pretokenizers?: Step[] | undefined
}

const stepSchema: v.GenericSchema<Step> = v.looseObject({
  type: v.string(),
  length: v.optional(v.pipe(whole, v.minValue(1))),
  content: v.optional(v.string()),
  normalizers: v.optional(v.array(v.lazy(() => stepSchema))),
  pretokenizers: v.optional(v.array(v.lazy(() => stepSchema)))
})
const step = v.nullish(
  v.pipe(
    stepSchema,
    v.check((one) => growthOf(one) <= mostGrowth)
  )
)

const schema = v.looseObject({
  added_tokens: v.array(v.looseObject({ id: whole, content: v.pipe(v.string(), v.nonEmpty()) })),
  normalizer: step,
  pre_tokenizer: step,
  post_processor: step,
  decoder: step,
  model: v.looseObject({
    vocab: v.union([v.record(v.string(), whole), v.array(v.looseTuple([v.string(), v.number()]))]),
    merges: v.optional(v.array(v.union([v.string(), v.tuple([v.string(), v.string()])])))
  })
})

function growthOf({ content = '', normalizers = [], pretokenizers = [] }: Step): number {
  const inside = [...normalizers, ...pretokenizers]
  return inside.reduce((all, one) => all * growthOf(one), Math.max(1, content.length))
}

/** A tokenizer.json as it is written; `undefined` for any other text. Throws `RangeError` where it is nested too deep. */
export function readTokenizer(json: string): object | undefined {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson()), json)
  return read.success && v.is(schema, read.output) ? read.output : undefined
}

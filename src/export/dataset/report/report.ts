import * as v from 'valibot'
import { say } from '../../../say/say.ts'
import { ExportError } from '../../contract.ts'

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
// JSON holds numbers without an end: 1e999.
const perplexity = v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0)))

const answerSchema = v.object({
  answer: v.string(),
  /** Answered with the very words of the card; case, blanks and marks do not count. */
  exact: v.boolean(),
  /** How many words of answer and card are the same, 0 to 1. */
  f1: share,
  /** How much the card's answer surprises the model, 1 being not at all; null where nobody told. */
  perplexity
})

const cardSchema = v.object({
  /** As Anki has it; of a sentence with gaps it ends in the number of the gap: `…-c2`. */
  guid: v.string(),
  split: v.picklist(['validation', 'train']),
  question: v.string(),
  /** What the model should have said. */
  reference: v.string(),
  trained: answerSchema,
  base: v.optional(answerSchema)
})

const sumSchema = v.object({
  cards: v.pipe(v.number(), v.integer(), v.minValue(0)),
  exact: share,
  f1: share,
  perplexity
})

const sumsSchema = v.object({ trained: sumSchema, base: v.optional(sumSchema) })

/** report.json, which evaluate.py writes: what a model answered to the cards of a dataset. */
export const reportSchema = v.object({
  format: v.literal('laegna-report'),
  format_version: v.literal(1),
  project: v.string(),
  /** Where each model was: a folder, an address, a file. */
  models: v.object({ trained: v.string(), base: v.optional(v.string()) }),
  summary: v.object({ validation: v.optional(sumsSchema), train: v.optional(sumsSchema) }),
  // How many they are is looked at first: to look at each of millions takes its time.
  cards: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(100_000), v.array(cardSchema))
})

export type Report = v.InferOutput<typeof reportSchema>
export type ReportCard = v.InferOutput<typeof cardSchema>
export type ModelAnswer = v.InferOutput<typeof answerSchema>

const headSchema = v.object({ format: v.literal('laegna-report'), format_version: v.number() })

/** Reads the text of a report.json. Throws `ExportError`: a sentence that says what it is instead, and what to do. */
export function readReport(text: string): Report {
  const whole = v.safeParse(v.pipe(v.string(), v.parseJson()), text.replace(/^\ufeff/, ''))
  if (!whole.success) {
    throw new ExportError(
      say(
        'it is not whole: it was cut off, or changed by hand. Run evaluate.py again, and take the report.json that it writes.'
      )
    )
  }
  const head = v.safeParse(headSchema, whole.output)
  if (!head.success) {
    throw new ExportError(
      say(
        'it is no report of a model. Choose the report.json that evaluate.py wrote beside the dataset.'
      )
    )
  }
  if (head.output.format_version > 1) {
    throw new ExportError(
      say(
        'a newer version of this page made its dataset. Load this page again to get the newest version, and add it once more.'
      )
    )
  }
  const read = v.safeParse(reportSchema, whole.output)
  if (read.success) return read.output
  throw new ExportError(
    say(
      'it is damaged at {place}. Run evaluate.py again, and take the report.json that it writes.',
      { place: v.getDotPath(read.issues[0]) ?? say('its beginning') }
    )
  )
}

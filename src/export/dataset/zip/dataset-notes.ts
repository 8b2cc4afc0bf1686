import { say, sayCount, type Said } from '../../../say/say.ts'
import type { Compilation } from '../../../document/model.ts'
import { weightedCards } from '../records/rows.ts'
import type { DatasetContent } from './read-dataset.ts'
import type { DatasetStats } from '../training/training.ts'

/** A sentence for the person about the files that give nothing, because they hold no tag. */
export function untaggedNotes({ files, cards, blocks, chapters }: Compilation): Said[] {
  const giving = new Set([...cards, ...blocks, ...chapters].map(({ path }) => path))
  const silent = files.filter(
    ({ path, tree, tagCount }) => tree.length > 0 && tagCount === 0 && !giving.has(path)
  )
  const [first] = silent
  if (!first) return []
  return [
    sayCount(
      silent.length,
      '{path} holds no tag, so it gives nothing. For all of the text, choose in the settings that everything goes into the dataset.',
      '{count} files hold no tag, so they give nothing ({path}, …). For all of the text, choose in the settings that everything goes into the dataset.',
      { path: first.path }
    )
  ]
}

/** Sentences for the person: what was changed or left out, and what to look at. */
export function datasetNotes(content: DatasetContent, stats: DatasetStats): Said[] {
  const { leftOut, cutChapters, onBothSides, parted, specialTokens } = stats
  const weighted = weightedCards(content.samples, content.options).length
  return [
    ...leftOutNotes(leftOut),
    cutChapters > 0 &&
      sayCount(
        cutChapters,
        '{count} chapter goes without paragraphs that stand on the other side, too; manifest.json names them.',
        '{count} chapters go without paragraphs that stand on the other side, too; manifest.json names them.'
      ),
    onBothSides > 0 && bothSidesNote(stats),
    tooFewQuestions(content),
    ...splitNotes(content),
    weighted > 0 &&
      sayCount(
        weighted,
        '{count} card comes more often, because you train it more.',
        '{count} cards come more often, because you train them more.'
      ),
    parted > 0 &&
      sayCount(
        parted,
        '{count} chapter is trained on without the parts that are kept to check with.',
        '{count} chapters are trained on without the parts that are kept to check with.'
      ),
    content.level === 'passages' &&
      say(
        'There are too few chapters to split by, so training and validation part at single passages.'
      ),
    ...specialNotes(specialTokens)
  ].filter((note) => note !== false)
}

/** Whoever asked for more questions to check with than there can be hears of it. */
function tooFewQuestions({ samples, options }: DatasetContent): Said | false {
  const { validationCards: asked, validationFiles } = options
  const count = samples.filter(
    ({ item }) => item.kind === 'qa' && item.split === 'validation'
  ).length
  if (count >= asked || validationFiles.length > 0) return false
  return say(
    'Questions to check with: {count} instead of {asked}, so that at least half are learned and chapters stay whole.',
    { count, asked }
  )
}

/** Names of records that are left out, and why. */
function leftOutNotes(leftOut: DatasetStats['leftOut']): Said[] {
  const said = (count: number, one: (count: number) => Said) => (count > 0 ? [one(count)] : [])
  return [
    ...said(leftOut.duplicates, (count) =>
      sayCount(
        count,
        '{count} record left out that repeats another exactly; manifest.json names it.',
        '{count} records left out that repeat others exactly; manifest.json names them.'
      )
    ),
    ...said(leftOut.nearDuplicates, (count) =>
      sayCount(
        count,
        '{count} record to check with left out that nearly repeat others; manifest.json names them.',
        '{count} records to check with left out that nearly repeat others; manifest.json names them.'
      )
    ),
    ...said(leftOut.blank, (count) =>
      sayCount(
        count,
        '{count} record left out without text; manifest.json names them.',
        '{count} records left out without text; manifest.json names them.'
      )
    ),
    ...said(leftOut.tooLong, (count) =>
      sayCount(
        count,
        '{count} record left out: the chapters are longer than the model reads at once.',
        '{count} records left out: the chapters are longer than the model reads at once.'
      )
    ),
    ...said(leftOut.across, (count) =>
      sayCount(
        count,
        '{count} record left out that would tell of chapters to check with.',
        '{count} records left out that would tell of chapters to check with.'
      )
    ),
    ...said(leftOut.shared, (count) =>
      sayCount(
        count,
        '{count} record left out with a paragraph that stands on the other side, too; manifest.json names them.',
        '{count} records left out with a paragraph that stands on the other side, too; manifest.json names them.'
      )
    )
  ]
}

function specialNotes({ first, count }: DatasetStats['specialTokens']): Said[] {
  const [special] = first
  if (!special) return []
  const { token, file } = special
  const place = { token, file, line: String(special.line) }
  return [
    count > 1
      ? say(
          'Some models read {token} as a command, not as text ({file}, line {line}, and {more} more in manifest.json). Write it another way.',
          { ...place, more: count - 1 }
        )
      : say(
          'Some models read {token} as a command, not as text ({file}, line {line}). Write it another way.',
          place
        )
  ]
}

/** How much of what is learned cards are, where other text is weighed against them. */
export function cardShareNote(
  { options }: Pick<DatasetContent, 'options'>,
  { cards, cardShare }: DatasetStats
): Said[] {
  if (options.preset !== 'study' || cards === 0 || cardShare >= 1 / 3) return []
  const share = Math.round(100 * cardShare)
  return [
    say(
      'Only {share} % of what is learned to say are answers of cards, although each comes many times. Write more cards to have a third.',
      { share }
    )
  ]
}

/** How many paragraphs stand on both sides, for files that the author marked repeat them. */
export function bothSidesNote({ onBothSides }: DatasetStats): Said {
  return sayCount(
    onBothSides,
    '{count} paragraph stands both in what is learned and in what is checked with: the files that you marked to check with repeat them.',
    '{count} paragraphs stand both in what is learned and in what is checked with: the files that you marked to check with repeat them.'
  )
}

/** Where long chapters were split: at the chapters below them, or between paragraphs where there are none. */
function splitNotes({ splitChapters }: DatasetContent): Said[] {
  const atSections = splitChapters.filter(({ id, into }) =>
    into.some((part) => part !== id && !part.startsWith(`${id}-part`))
  )
  const between = splitChapters.length - atSections.length
  const notes: Said[] = []
  if (atSections.length > 0) {
    notes.push(
      sayCount(
        atSections.length,
        '{count} long chapter was split at the chapters below, or between paragraphs where that was not enough.',
        '{count} long chapters were split at the chapters below, or between paragraphs where that was not enough.'
      )
    )
  }
  if (between > 0) {
    notes.push(
      sayCount(
        between,
        '{count} long chapter was split between paragraphs.',
        '{count} long chapters were split between paragraphs.'
      )
    )
  }
  return notes
}

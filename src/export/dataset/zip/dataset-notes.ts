import type { Compilation } from '../../../document/model.ts'
import { weightedCards } from '../records/rows.ts'
import type { DatasetContent } from './read-dataset.ts'
import type { DatasetStats } from '../training/training.ts'

/** A sentence for the person about the files that give nothing, because they hold no tag. */
export function untaggedNotes({ files, cards, blocks, chapters }: Compilation): string[] {
  const giving = new Set([...cards, ...blocks, ...chapters].map(({ path }) => path))
  const silent = files.filter(
    ({ path, tree, tagCount }) => tree.length > 0 && tagCount === 0 && !giving.has(path)
  )
  const [first] = silent
  if (!first) return []
  const who =
    silent.length === 1
      ? `${first.path} holds no tag, so it gives nothing`
      : `${silent.length} files hold no tag, so they give nothing (${first.path}, …)`
  return [
    `${who}. For all of the text, choose in the settings that everything goes into the dataset.`
  ]
}

/** Sentences for the person: what was changed or left out, and what to look at. */
export function datasetNotes(content: DatasetContent, stats: DatasetStats): string[] {
  const { leftOut } = stats
  const { first, count } = stats.specialTokens
  const [special] = first
  const weighted = weightedCards(content.samples, content.options).length
  return [
    leftOut.duplicates > 0 &&
      `${records(leftOut.duplicates)} left out that repeat others exactly; manifest.json names them.`,
    leftOut.nearDuplicates > 0 &&
      `${records(leftOut.nearDuplicates)} to check with left out that nearly repeat others; manifest.json names them.`,
    leftOut.blank > 0 &&
      `${records(leftOut.blank)} left out without text; manifest.json names them.`,
    leftOut.tooLong > 0 &&
      `${records(leftOut.tooLong)} left out: the chapters are longer than the model reads at once.`,
    leftOut.across > 0 &&
      `${records(leftOut.across)} left out that would tell of chapters to check with.`,
    leftOut.shared > 0 &&
      `${records(leftOut.shared)} left out with a paragraph that stands on the other side, too; manifest.json names them.`,
    stats.cutChapters > 0 &&
      `${stats.cutChapters} ${stats.cutChapters === 1 ? 'chapter goes' : 'chapters go'} without paragraphs that stand on the other side, too; manifest.json names them.`,
    stats.onBothSides > 0 && bothSidesNote(content, stats),
    ...splitNotes(content),
    weighted === 1 && '1 card comes more often, because you train it more.',
    weighted > 1 &&
      `${weighted.toLocaleString('en')} cards come more often, because you train them more.`,
    stats.parted > 0 &&
      `${stats.parted} ${stats.parted === 1 ? 'chapter is' : 'chapters are'} trained on without the parts that are kept to check with.`,
    content.level === 'passages' &&
      'There are too few chapters to split by, so training and validation part at single passages.',
    special &&
      `Some models read ${special.token} as a command, not as text (${special.file}, line ${special.line}` +
        `${count > 1 ? `, and ${count - 1} more in manifest.json` : ''}). Write it another way.`
  ].filter((note) => typeof note === 'string')
}

/** How much of what is learned cards are, where other text is weighed against them. */
export function cardShareNote(
  { options }: Pick<DatasetContent, 'options'>,
  { cards, cardShare }: DatasetStats
): string[] {
  if (options.preset !== 'study' || cards === 0 || cardShare >= 1 / 3) return []
  const share = Math.round(100 * cardShare)
  return [
    `Only ${share} % of what is learned to say are answers of cards, although each comes many times. Write more cards to have a third.`
  ]
}

/** Sentences of this kind for the reports: how many paragraphs stand on both sides, and why. */
export function bothSidesNote(
  { level }: Pick<DatasetContent, 'level'>,
  { onBothSides }: DatasetStats
): string {
  const why =
    level === 'marked files'
      ? 'the files that you marked to check with repeat them'
      : 'so little else is there'
  const stand = onBothSides === 1 ? 'paragraph stands' : 'paragraphs stand'
  return `${onBothSides.toLocaleString('en')} ${stand} both in what is learned and in what is checked with: ${why}.`
}

/** Where long chapters were split: at the chapters below them, or between paragraphs where there are none. */
function splitNotes({ splitChapters }: DatasetContent): string[] {
  const said = (ids: string[], where: string) =>
    ids.length > 0 &&
    `${ids.length} long ${ids.length === 1 ? 'chapter was' : 'chapters were'} split ${where}.`
  const atSections = splitChapters.filter(({ id, into }) =>
    into.some((part) => part !== id && !part.startsWith(`${id}-part`))
  )
  const between = splitChapters.filter((chapter) => !atSections.includes(chapter))
  const ids = (chapters: typeof splitChapters) => chapters.map(({ id }) => id)
  return [
    said(ids(atSections), 'at the chapters below, or between paragraphs where that was not enough'),
    said(ids(between), 'between paragraphs')
  ].filter((note) => note !== false)
}

function records(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'record' : 'records'}`
}

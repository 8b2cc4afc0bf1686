import type { BlockItem, Card, ChapterItem } from '../../document/model.ts'
import { worded } from '../../state/page/worded.ts'
import type { PageProblem } from '../../worker/reader/page-problem.ts'

/**
 * What the filter of each list looks into: all that its rows show. Of blocks and chapters the lines of
 * the source come on top, which rows show the start of.
 */
export const textOfCard = ({ question, answer, chapterTree, path, tags }: Card): string =>
  [question, answer, ...chapterTree, path, ...tags].join('\n')

export const textOfBlock = ({ id, kind, lang = '', chapterTree }: BlockItem): string =>
  [id, kind, lang, ...chapterTree].join('\n')

export const textOfChapter = ({ chapterId, chapterTree, path }: ChapterItem): string =>
  [chapterId, ...chapterTree, path].join('\n')

export const textOfProblem = ({ said, code, severity, file }: PageProblem): string =>
  [worded(said), code, severity, file].join('\n')

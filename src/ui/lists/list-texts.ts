import type { BlockItem, Card, ChapterItem, Diagnostic } from '../../document/model.ts'

/** What the filter of each list looks into: all that its rows show, and what they show the start of. */
export const textOfCard = ({ question, answer, chapterTree, path, tags }: Card): string =>
  [question, answer, ...chapterTree, path, ...tags].join('\n')

export const textOfBlock = ({ content, id, kind, lang = '', chapterTree }: BlockItem): string =>
  [content, id, kind, lang, ...chapterTree].join('\n')

export const textOfChapter = ({ content, chapterId, chapterTree, path }: ChapterItem): string =>
  [content, chapterId, ...chapterTree, path].join('\n')

export const textOfProblem = ({ message, code, severity, file }: Diagnostic): string =>
  [message, code, severity, file].join('\n')

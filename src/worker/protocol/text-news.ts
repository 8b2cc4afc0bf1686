import { afterEdits, type SourceFile, type TextEdit } from '../../laegna.ts'

/** How a text that the worker has was typed on: its edits one after another, each of the text that the one before made. */
export interface EditedFile {
  path: string
  edits: TextEdit[][]
  /** UTF-16 units of the text that they make. */
  length: number
}

/** A file with its text, or with how that differs from what the worker has of it. */
export type FileNews = SourceFile | EditedFile

/** The text that news of a file make of what is known of it. Throws where they are of another. */
export function textAfter(news: FileNews, before: string | undefined): string {
  if ('text' in news) return news.text
  const text = afterEdits(before ?? '', news.edits)
  if (text.length !== news.length)
    throw new Error(`What was typed into ${news.path} is of another text.`)
  return text
}

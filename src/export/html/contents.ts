import type { Chapter, FileResult } from '../../document/model.ts'
import { escapeText } from '../shared/escape-text.ts'
import { placeOfChapter, placeOfFile } from './file-html.ts'

/** The list of chapters, each with a link to it; files are named where there are several. */
export function contentsHtml(files: FileResult[]): string {
  if (files.every(({ tree }) => tree.length === 0)) return ''
  const lists = files.map((file, at) => {
    const chapters = listOf(file.tree, at)
    return files.length > 1
      ? `<li dir="auto">${link(placeOfFile(at), file.path)}${chapters}</li>`
      : chapters.replace(/^<ol>|<\/ol>$/g, '')
  })
  return `<details class="contents"><summary>Contents</summary><ol>${lists.join('')}</ol></details>`
}

function listOf(chapters: Chapter[], at: number): string {
  if (chapters.length === 0) return ''
  const items = chapters.map(
    ({ id, title, children }) =>
      `<li dir="auto">${link(placeOfChapter(at, id), title)}${listOf(children, at)}</li>`
  )
  return `<ol>${items.join('')}</ol>`
}

function link(place: string, title: string): string {
  return `<a href="#${place}">${escapeText(title)}</a>`
}

import { previewHtml } from '../render/preview-html.ts'
import { readDocument } from './document.ts'
import type { SourceFile } from './model.ts'

/** The preview of one file as sanitised HTML: safe to put into a page, fetching nothing. */
export function renderHtml(file: SourceFile): string {
  return previewHtml(readDocument(file).blocks)
}

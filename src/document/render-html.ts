import { plainHtml, previewHtml } from '../render/preview-html.ts'
import { isCaptured, isTooDeep, readDocument, type Document } from './document.ts'
import type { Settings, SourceFile } from './model.ts'
import { completeSettings } from './settings.ts'

/**
 * The preview of one file as sanitised HTML: safe to put into a page, fetching nothing. Each block
 * says its line in `data-line`, and a captured one its number in `data-block`. A text that nests too
 * deeply to be drawn comes as it is written.
 */
export function renderHtml(file: SourceFile, settings?: Partial<Settings>): string {
  try {
    const document = readDocument(file)
    return previewHtml(document.blocks, capturedBlocks(document, completeSettings(settings)))
  } catch (error) {
    if (!isTooDeep(error)) throw error
    return plainHtml(file.text)
  }
}

/** Number of each captured block, by the line it begins on. */
function capturedBlocks({ sections }: Document, settings: Settings): Map<number, number> {
  const captured = sections.filter((section) => isCaptured(section, 'block-reader', settings))
  return new Map(
    captured.flatMap(({ numbered }) =>
      numbered.map(({ node, index }) => [node.position?.start.line ?? 0, index] as const)
    )
  )
}

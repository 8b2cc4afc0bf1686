import { Parser } from 'commonmark'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { Compilation, SourceFile } from '../../src/document/model.ts'
import { compile } from '../../src/laegna.ts'

/** Ours: all items of all files. */
export function compileAll(files: SourceFile[]): Compilation {
  return compile(files, { capture: 'all' })
}

/** The peer: the bare trees of mdast-util-from-markdown with GFM. */
export function parseAll(files: SourceFile[]): void {
  for (const { text } of files) {
    fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  }
}

/** The fastest peer: trees of commonmark.js, without GFM and without places of what stands in lines. */
export function parseAsCommonmark(files: SourceFile[]): void {
  for (const { text } of files) new Parser().parse(text)
}

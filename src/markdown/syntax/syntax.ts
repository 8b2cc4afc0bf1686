import { htmlFlow, htmlText } from 'micromark-core-commonmark'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import type { Extension } from 'micromark-util-types'
import type { ReadOptions } from '../reading/read-options.ts'
import { stopEarly } from './autolink.ts'
import { bang } from './bang.ts'
import { heedCrowd, watchedCommonmark, type Crowd } from './crowd.ts'
import { blockSyntax } from './block-syntax.ts'
import { definition } from './definition.ts'
import { gapClose, gapOpen } from './gap-text.ts'
import { withSlashesInValues } from './html-values.ts'
import { labelEnd } from './label-end.ts'
import { mathBlocks } from './math-blocks.ts'
import { mathFlow } from './math-flow.ts'
import { mathText } from './math-text.ts'
import { mergeEarly } from './merge-data.ts'
import { noteConstructs } from './note-syntax.ts'
import { setext } from './setext.ts'
import { tagFlow } from './tag-flow.ts'
import { tagText } from './tag-text.ts'
import { wikiEmbed } from './wiki-embed.ts'

const exclamationMark = 33
const dollar = 36
const lessThan = 60
const leftBracket = 91
const rightBracket = 93
const leftBrace = 123
const rightBrace = 125

/** GFM without its tag filter, which is about HTML output. */
const gfm = [
  stopEarly(gfmAutolinkLiteral()),
  gfmFootnote(),
  cjkFriendlyExtension(),
  gfmStrikethroughCjkFriendly({ singleTilde: false }),
  gfmTable(),
  gfmTaskListItem()
]

/** The language's own constructs, by the character they begin with. */
const tags: Extension = {
  disable: { null: ['definition', 'labelEnd'] },
  contentInitial: { [leftBracket]: definition },
  flow: { [leftBracket]: tagFlow },
  text: {
    [leftBracket]: tagText,
    [exclamationMark]: [bang, wikiEmbed],
    [rightBracket]: labelEnd,
    [leftBrace]: gapOpen,
    [rightBrace]: gapClose
  }
}

/** HTML as CommonMark's grammar has it. */
const html: Extension = {
  disable: { null: ['htmlFlow', 'htmlText'] },
  flow: { [lessThan]: withSlashesInValues(htmlFlow) },
  text: { [lessThan]: withSlashesInValues(htmlText) }
}

/**
 * What the parser reads beyond CommonMark; math blocks look ahead in the whole `text`. Paragraphs
 * that cost too much go into `crowd`. `noteSyntax`: also what programs for notes add.
 */
export function syntax(text: string, crowd: Crowd, options: Required<ReadOptions>): Extension[] {
  const math: Extension = {
    flow: { [dollar]: mathFlow(mathBlocks(text)) },
    text: { [dollar]: mathText(options.noteSyntax) }
  }
  const heeded = heedCrowd(
    [
      watchedCommonmark,
      setext,
      ...gfm,
      html,
      math,
      ...(options.noteSyntax
        ? [...noteConstructs(text, options), ...blockSyntax(text, options.definitionLists)]
        : []),
      // What comes last is asked first.
      tags
    ],
    crowd
  )
  return mergeEarly(heeded)
}

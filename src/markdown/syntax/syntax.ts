import { codes } from 'micromark-util-symbol'
import { htmlFlow, htmlText } from 'micromark-core-commonmark'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import { frontmatter } from 'micromark-extension-frontmatter'
import { combineExtensions } from 'micromark-util-combine-extensions'
import type { Extension } from 'micromark-util-types'
import { stopEarly } from './autolink.ts'
import { bang } from './bang.ts'
import { heedCrowd, watchedCommonmark } from './crowd.ts'
import { blockSyntax } from './block-syntax.ts'
import { boundContainers, countedContainers } from './container-depth.ts'
import { definition } from './definition.ts'
import { mayHoldDefinitions } from './definition-lines.ts'
import { gapClose, gapOpen } from './gap-text.ts'
import { withSlashesInValues } from './html-values.ts'
import { knownLabels } from './known-labels.ts'
import { labelEnd } from './label-end.ts'
import { mathFlow } from './math-flow.ts'
import { mathText } from './math-text.ts'
import { mergeEarly } from './merge-data.ts'
import { noteConstructs } from './note-syntax.ts'
import { outsideOfLabels } from './open-label.ts'
import type { Reading } from './reading.ts'
import { setext } from './setext.ts'
import { tagFlow } from './tag-flow.ts'
import { tagText } from './tag-text.ts'
import { wikiEmbed } from './wiki-embed.ts'

/** GFM without its tag filter, which is about HTML output. */
const gfm = [
  outsideOfLabels(stopEarly(gfmAutolinkLiteral())),
  gfmFootnote(),
  cjkFriendlyExtension(),
  gfmStrikethroughCjkFriendly({ singleTilde: false }),
  gfmTable(),
  gfmTaskListItem()
]

/** The language's own constructs, by the character they begin with. */
const tags: Extension = {
  disable: { null: ['definition', 'labelEnd'] },
  contentInitial: { [codes.leftSquareBracket]: definition },
  flow: { [codes.leftSquareBracket]: tagFlow },
  text: {
    [codes.leftSquareBracket]: tagText,
    [codes.exclamationMark]: [bang, wikiEmbed],
    [codes.rightSquareBracket]: labelEnd,
    [codes.leftCurlyBrace]: gapOpen,
    [codes.rightCurlyBrace]: gapClose
  }
}

/** HTML as CommonMark's grammar has it. */
const html: Extension = {
  disable: { null: ['htmlFlow', 'htmlText'] },
  flow: { [codes.lessThan]: withSlashesInValues(htmlFlow) },
  text: { [codes.lessThan]: withSlashesInValues(htmlText) }
}

const known = new Map<string, Extension>()

/**
 * What the parser reads beyond CommonMark, as one extension that is made once for all texts it is right for: its
 * constructs ask what is read now (`whileReading`). `noteSyntax`: also what programs for notes add.
 */
export function syntaxFor({ text, options }: Reading): Extension {
  const { noteSyntax, withFrontMatter } = options
  const defines = noteSyntax && options.definitionLists && mayHoldDefinitions(text)
  const isGiven = options.labels.length > 0
  const key = [noteSyntax, withFrontMatter, defines, isGiven].join()
  const made = known.get(key) ?? combined()
  known.set(key, made)
  return made

  function combined(): Extension {
    const heeded = heedCrowd([
      watchedCommonmark,
      countedContainers,
      setext,
      ...gfm,
      html,
      {
        flow: { [codes.dollarSign]: mathFlow },
        text: { [codes.dollarSign]: mathText(noteSyntax) }
      },
      ...(noteSyntax ? [...noteConstructs, ...blockSyntax(defines)] : []),
      // What comes last is asked first.
      tags
    ])
    return combineExtensions([
      ...mergeEarly(boundContainers(heeded)),
      ...(isGiven ? [knownLabels] : []),
      ...(withFrontMatter ? [frontmatter(['yaml', 'toml'])] : [])
    ])
  }
}

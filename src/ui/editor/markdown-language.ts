import { defineLanguageFacet, Language, languageDataProp } from '@codemirror/language'
import { tags, Tag } from '@lezer/highlight'
import { GFM, parser, type MarkdownConfig } from '@lezer/markdown'

/** Highlighting of the five Laegna tags, beside those of @lezer/highlight. */
export const tagStyles = {
  topic: Tag.define(tags.meta),
  question: Tag.define(tags.meta),
  answer: Tag.define(tags.meta),
  blockReader: Tag.define(tags.meta),
  chapterReader: Tag.define(tags.meta)
}

const nodes: Record<string, string> = {
  '[/T]': 'TopicTag',
  '[T/]': 'TopicTag',
  '[/Q]': 'QuestionTag',
  '[Q/]': 'QuestionTag',
  '[/A]': 'AnswerTag',
  '[A/]': 'AnswerTag',
  '[/BLOCKREAD/]': 'BlockReaderTag',
  '[/CHAPTREEREAD/]': 'ChapterReaderTag'
}
const longest = '[/CHAPTREEREAD/]'.length
const bracket = '['.charCodeAt(0)

const laegnaTags: MarkdownConfig = {
  defineNodes: [
    { name: 'TopicTag', style: tagStyles.topic },
    { name: 'QuestionTag', style: tagStyles.question },
    { name: 'AnswerTag', style: tagStyles.answer },
    { name: 'BlockReaderTag', style: tagStyles.blockReader },
    { name: 'ChapterReaderTag', style: tagStyles.chapterReader }
  ],
  parseInline: [
    {
      name: 'LaegnaTag',
      before: 'Link',
      parse(context, next, at) {
        if (next !== bracket) return -1
        const ahead = context.slice(at, Math.min(at + longest, context.end))
        const value = ahead.slice(0, ahead.indexOf(']') + 1)
        const node = nodes[value]
        return node ? context.addElement(context.elt(node, at, at + value.length)) : -1
      }
    }
  ]
}

const data = defineLanguageFacet()

/**
 * Markdown with tables, task lists and our tags. Not @codemirror/lang-markdown, because that
 * brings the HTML, CSS and JavaScript parsers along: a third of what a first visit may load.
 */
export const markdownLanguage = new Language(
  data,
  parser.configure([GFM, laegnaTags, { props: [languageDataProp.add({ Document: data })] }]),
  [],
  'markdown'
)

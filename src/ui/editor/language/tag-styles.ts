import { tags, Tag } from '@lezer/highlight'
import type { TagKind } from '../../../laegna.ts'

/** Highlighting of the five Laegna tags, beside those of @lezer/highlight. */
export const tagStyles: Record<TagKind, Tag> = {
  topic: Tag.define(tags.meta),
  question: Tag.define(tags.meta),
  answer: Tag.define(tags.meta),
  'block-reader': Tag.define(tags.meta),
  'chapter-reader': Tag.define(tags.meta)
}

/** Names of the syntax nodes that tags become. */
export const tagNodes: Record<TagKind, string> = {
  topic: 'TopicTag',
  question: 'QuestionTag',
  answer: 'AnswerTag',
  'block-reader': 'BlockReaderTag',
  'chapter-reader': 'ChapterReaderTag'
}

import { say, type Said } from '../../say/say.ts'
import type { TagKind } from '../../markdown/tags.ts'

/** What is said of tags that come in pairs, in the words for what stands between them. */
interface PairSayings {
  unclosed: (tag: string, closer: string) => Said
  unopened: (tag: string, opener: string) => Said
  empty: (opener: string, closer: string) => Said
}

/** Where a closer has to stand at the latest, as far as the tag's own chapter tells. */
const before = say('before the next heading')

const topicSayings: PairSayings = {
  unclosed: (tag, closer) =>
    say('{tag} is never closed. Put {closer} after the topic, {before}.', { tag, closer, before }),
  unopened: (tag, opener) =>
    say('{tag} closes nothing. Put {opener} where the topic begins, or take {tag} out.', {
      tag,
      opener
    }),
  empty: (opener, closer) =>
    say(
      'Nothing stands between {opener} and {closer}. Write the topic there, or take both tags out.',
      { opener, closer }
    )
}

const questionSayings: PairSayings = {
  unclosed: (tag, closer) =>
    say('{tag} is never closed. Put {closer} after the question, {before}.', {
      tag,
      closer,
      before
    }),
  unopened: (tag, opener) =>
    say('{tag} closes nothing. Put {opener} where the question begins, or take {tag} out.', {
      tag,
      opener
    }),
  empty: (opener, closer) =>
    say(
      'Nothing stands between {opener} and {closer}. Write the question there, or take both tags out.',
      { opener, closer }
    )
}

const answerSayings: PairSayings = {
  unclosed: (tag, closer) =>
    say('{tag} is never closed. Put {closer} after the answer, {before}.', { tag, closer, before }),
  unopened: (tag, opener) =>
    say('{tag} closes nothing. Put {opener} where the answer begins, or take {tag} out.', {
      tag,
      opener
    }),
  empty: (opener, closer) =>
    say(
      'Nothing stands between {opener} and {closer}. Write the answer there, or take both tags out.',
      { opener, closer }
    )
}

/** What is said of a pair's tags; a reader stands alone, and is never asked for. */
export function sayingsOf(kind: TagKind): PairSayings {
  if (kind === 'topic') return topicSayings
  return kind === 'question' ? questionSayings : answerSayings
}

/** What is said of a block that begins behind a tag. */
export const cannotBegin = {
  list: (tag: string) =>
    say(
      'A list cannot begin behind {tag}, so its first line is read as text. Put {tag} on a line of its own.',
      { tag }
    ),
  quote: (tag: string) =>
    say(
      'A quote cannot begin behind {tag}, so its first line is read as text. Put {tag} on a line of its own.',
      { tag }
    ),
  table: (tag: string) =>
    say(
      'A table cannot begin behind {tag}, so its first line is read as text. Put {tag} on a line of its own.',
      { tag }
    ),
  formula: (tag: string) =>
    say(
      'This formula cannot begin behind {tag}, so it is read as text. Put the tags on lines of their own.',
      { tag }
    )
}

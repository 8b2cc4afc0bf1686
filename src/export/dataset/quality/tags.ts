import { say } from '../../../say/say.ts'
import { eachChunk, type QualityRule } from './rule.ts'
import { weightOf, withoutTags } from './weight.ts'

/** HTML and components without words: `<a id="x"></a>`, `<Listing number="4-4">`, comments. */
export const tags: QualityRule = {
  name: 'tags',
  label: say('Bare tags and comments'),
  hint: say('HTML and components without words of their own.'),
  cutsChapters: true,
  rest: eachChunk((text) => /^[\s>]*<[/!A-Za-z]/.test(text) && weightOf(withoutTags(text)) === 0)
}

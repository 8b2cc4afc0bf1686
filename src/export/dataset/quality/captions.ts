import { say } from '../../../say/say.ts'
import { eachChunk, fencedCode, type QualityRule } from './rule.ts'
import { weightOf, withoutTags } from './weight.ts'

/** Longer ones explain what they stand below. */
const MOST = 150

const NUMBERED =
  /^[\s*_>]*(?:fig(?:ure|\.)?|table|listing|abb(?:ildung|\.)?|tabelle|figura|tabla|tableau|joonis|tabel|图|圖|表|列表)\s*\d+(?:[-.–]\d+)*[a-z]?\s*[:.：—–-]/iu

/** `Figure 4-7: A slice of a string`, without the figure. */
export const captions: QualityRule = {
  name: 'captions',
  label: say('Captions'),
  hint: say('A short line that names a figure, table or listing, which is not in the text.'),
  rest: eachChunk(
    (text) => !fencedCode(text) && NUMBERED.test(withoutTags(text)) && weightOf(text) <= MOST
  )
}

import { say } from '../../../say/say.ts'
import { captions } from './captions.ts'
import { cutSentences } from './cut-sentences.ts'
import { directives } from './directives.ts'
import { headings } from './headings.ts'
import { hiddenCells } from './hidden-cells.ts'
import { leadIns } from './lead-ins.ts'
import { links } from './links.ts'
import type { QualityKind, QualityRule } from './rule.ts'
import { setupCells } from './setup-cells.ts'
import { shortTexts } from './short-texts.ts'
import { tags } from './tags.ts'

/** What leaves records out, each rule asked about what those before it left. */
export const qualityRules: QualityRule[] = [
  headings,
  directives,
  tags,
  hiddenCells,
  setupCells,
  links,
  captions,
  leadIns,
  shortTexts
]

/** A chapter `Introduction` in a file `introduction`: to ask for it is to ask for nothing. */
export const genericTitles: QualityKind = {
  name: 'titles',
  label: say('Titles that say nothing'),
  hint: say(
    'Chapters named Introduction, Summary and the like, with no title or folder above that says of what.'
  )
}

/** All that leaves records out, as the page lists it: the rules, and what shows only by where a text stands. */
export const qualityKinds: QualityKind[] = [
  ...qualityRules,
  cutSentences,
  genericTitles,
  {
    name: 'repeats',
    label: say('Repeats'),
    hint: say(
      'Text that another block or chapter tells. Chapters go without that of the chapters below them.'
    )
  }
]

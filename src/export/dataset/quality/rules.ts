import { say } from '../../../say/say.ts'
import { directives } from './directives.ts'
import { headings } from './headings.ts'
import { leadIns } from './lead-ins.ts'
import { links } from './links.ts'
import type { QualityRule } from './rule.ts'
import { shortTexts } from './short-texts.ts'
import { tags } from './tags.ts'

/** What leaves records out, each rule asked about what those before it left. */
export const qualityRules: QualityRule[] = [headings, directives, tags, links, leadIns, shortTexts]

/** What leaves records out, as the page names it. */
export type QualityKind = Pick<QualityRule, 'name' | 'label' | 'hint'>

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
  genericTitles,
  {
    name: 'repeats',
    label: say('Repeats'),
    hint: say(
      'Text that another block or chapter tells. Chapters go without that of the chapters below them.'
    )
  }
]

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

/** All that leaves records out, as the page lists it: the rules, and repeats, which show among others only. */
export const qualityKinds: Pick<QualityRule, 'name' | 'label' | 'hint'>[] = [
  ...qualityRules,
  {
    name: 'repeats',
    label: say('Repeats'),
    hint: say(
      'Text that another block or chapter tells. Chapters go without that of the chapters below them.'
    )
  }
]

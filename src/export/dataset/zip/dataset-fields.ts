import { say } from '../../../say/say.ts'
import type { ExportField } from '../../contract.ts'
import { datasetBounds } from '../options.ts'

/** The options that the panel offers with plain controls. */
export const datasetFields: ExportField[] = [
  {
    key: 'prompt',
    control: 'choice',
    choices: [
      { value: 'preset', label: say('As the wording asks for') },
      { value: 'alpaca', label: say('Alpaca, which any model learns') },
      { value: 'model', label: say('The style of the chosen model') },
      { value: 'none', label: say('Nothing but the record') }
    ],
    label: say('Prompt style'),
    hint: say(
      'The words that stand around each question when the model reads it. Styles that leave out the context get it as part of the question.'
    )
  },
  {
    key: 'validationFraction',
    control: 'number',
    min: 0,
    max: 0.5,
    step: 0.05,
    label: say('Part kept for checking'),
    hint: say(
      '0.1 keeps a tenth of the chapters out of training, to see whether the model understood. One chapter or passage is always kept: training needs some.'
    )
  },
  {
    key: 'validationCards',
    control: 'number',
    ...datasetBounds.validationCards,
    label: say('Questions kept for checking, at least'),
    hint: say(
      'Taken from as many files as can be, up to half of them. 0 leaves it to the part above. Files that you mark go before.'
    )
  },
  {
    key: 'longChapters',
    control: 'choice',
    choices: [
      { value: 'split', label: say('Split at their subsections') },
      { value: 'leave-out', label: say('Leave out') },
      { value: 'keep', label: say('Keep; training cuts off their end') }
    ],
    label: say('Chapters longer than the model reads')
  },
  {
    key: 'quality',
    control: 'choice',
    choices: [
      { value: 'auto', label: say('In what no tag asked for') },
      { value: 'on', label: say('Everywhere') },
      { value: 'off', label: say('Nowhere') }
    ],
    label: say('Leave out what teaches nothing'),
    hint: say(
      'Bare headings, directives, link lists and the like. What is left out is listed beside, kind by kind.'
    )
  },
  {
    key: 'passages',
    control: 'choice',
    choices: [
      { value: 'off', label: say('Ask without it') },
      { value: 'prompt', label: say('Ask with it') },
      { value: 'both', label: say('Ask both ways, as records of their own') }
    ],
    label: say('The text around a card'),
    hint: say(
      'What its chapter says near it, questions left out: for cards such as “What does the fourth equation say?”'
    )
  },
  {
    key: 'passageLetters',
    control: 'number',
    ...datasetBounds.passageLetters,
    step: 100,
    label: say('Letters of that text, at most')
  },
  {
    key: 'outlines',
    control: 'switch',
    label: say('Ask for outlines, too'),
    hint: say(
      'One more question for each chapter of the dataset that has chapters below it: which ones?'
    )
  },
  {
    key: 'following',
    control: 'switch',
    label: say('Ask what comes next, too'),
    hint: say('One more question for each chapter of the dataset: the title of the one after it.')
  },
  {
    key: 'nearDuplicates',
    control: 'switch',
    label: say('Check with near repeats, too'),
    hint: say(
      'Usually a question to check with is left out when it nearly repeats one that was learned.'
    )
  },
  { key: 'sources', control: 'switch', label: say('Put the Markdown files in, too') }
]

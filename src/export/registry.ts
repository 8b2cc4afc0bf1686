import { ankiJson } from './anki/json/anki-json.ts'
import { ankiPackage } from './anki/package/anki-package.ts'
import { ankiText } from './anki/text/anki-text.ts'
import { cardsMarkdown } from './cards-markdown/cards-markdown.ts'
import { dataset } from './dataset/dataset.ts'
import { html } from './html/html.ts'
import type { Exporter } from './contract.ts'
import { quizlet } from './quizlet/quizlet.ts'

/**
 * Everything that a project can be exported to, in the order of the panel. To add one: a folder with
 * its options and its `run`, and a line here.
 */
export const exporters: Exporter[] = [
  ankiPackage,
  ankiText,
  ankiJson,
  dataset,
  html,
  quizlet,
  cardsMarkdown
]

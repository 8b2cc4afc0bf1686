/**
 * The front door: everything that the page, its workers and other programs use to read Laegna
 * Markdown and to write cards and datasets. Runs alike in Node, a worker and a page.
 */
export { frontMatterEnd, headerFenceOf } from './markdown/reading/header-fence.ts'
export { longComments } from './markdown/reading/long-comments.ts'
export { afterEdits, withEdits, type TextEdit } from './markdown/reading/with-edits.ts'
export { commentBlocks } from './markdown/syntax/comment-blocks.ts'
export { mayBeginOutline, outlineLines } from './markdown/syntax/outline-lines.ts'
export {
  definitionIndent,
  definitionLines,
  endsSentence
} from './markdown/syntax/definition-lines.ts'
export { foreignPunctuation } from './markdown/syntax/foreign-punctuation.ts'
export { mathBlocksIn } from './markdown/syntax/math-blocks.ts'
export { texBlocks } from './markdown/syntax/tex-blocks.ts'
export { readsAsTex } from './markdown/tree/reads-as-tex.ts'
export { tagForms, type TagKind } from './markdown/tags.ts'
export { compile, Compiler } from './document/compile.ts'
export { joinParts, type CompilationPart } from './document/parts.ts'
export { PreviewRenderer, renderHtml } from './document/render-html.ts'
export { lineOfPart } from './document/sections/find-part.ts'
export { blockIdsIn } from './document/items/block-ids.ts'
export { mendFile } from './document/mend.ts'
export { cardTags } from './document/cards/card-tags.ts'
export { tidyDeck } from './document/cards/decks.ts'
export { sourceLink } from './document/source-link.ts'
export { defaultSettings } from './document/settings.ts'
export type * from './document/model.ts'
export { applyFound } from './found/apply-found.ts'
export { editFound, type EditedCard, type FoundWords } from './found/edit-found.ts'
export { findCards } from './found/find-cards.ts'
export { fingerprintOf } from './found/fingerprint.ts'
export type * from './found/found-card.ts'
export { MediaLinks, type MediaUse, type MovedLinks } from './document/items/media-links.ts'
export { mediaKind, type MediaKind } from './markdown/tree/media-kind.ts'
export { diagramWords } from './render/diagram-words.ts'
export { documentStyle } from './render/preview/document-style.ts'
export { mathStyle } from './render/preview/math-style.ts'
export { turnAt } from './render/turns.ts'
export { texText } from './render/tex-text.ts'

export { CardDrawer, type DrawnCard } from './export/anki/deck/draw-card.ts'
export { cardCss } from './export/anki/deck/card-css.ts'
export { pagePreviewCss } from './export/html/page-preview.ts'
export {
  compareWithLedger,
  type CardState,
  type Comparable,
  type ComparedCard,
  type LedgerComparison
} from './export/anki/ledger/compare-with-ledger.ts'
export { deckMediaName } from './export/anki/media/deck-media.ts'
export { mediaShownBy } from './export/anki/media/media-digest.ts'
export { addedStraight } from './export/anki/ledger/added-straight.ts'
export { adoptLedger } from './export/anki/ledger/adopt-ledger.ts'
export {
  foreignLedger,
  isSayable,
  type ForeignSource
} from './export/anki/ledger/foreign-ledger.ts'
export type { ForeignType } from './export/anki/ledger/foreign-note.ts'
export { sqlSource } from './export/anki/package/sql-wasm.ts'
export { mergeLedgers } from './export/anki/ledger/merge-ledgers.ts'
export { renewedLedger } from './export/anki/ledger/renewed-ledger.ts'
export { ledgerFile, readLedgerFile } from './export/anki/ledger/ledger-file.ts'
export { ledgerFrom } from './export/anki/ledger/ledger-from.ts'
export type { PackageOptions } from './export/anki/options.ts'
export { renderCardSides } from './export/anki/deck/render-card.ts'
export {
  ankiDelivery,
  idField,
  type Delivery,
  type SentNote,
  type SentType
} from './export/anki/deck/delivery.ts'
export {
  formOf,
  ledgerSchema,
  type Ledger,
  type LedgerEntry,
  type TakenGuids
} from './export/anki/ledger/ledger.ts'
export { cardIdentities } from './export/anki/deck/anki-notes.ts'
export {
  readReport,
  reportSchema,
  type ModelAnswer,
  type Report,
  type ReportCard
} from './export/dataset/report/report.ts'
export { examQuestions, type ExamQuestion } from './export/dataset/report/exam.ts'
export { judgeAnswer, reportOn } from './export/dataset/report/judge.ts'
export { verdictOf, type Verdict } from './export/dataset/report/verdict.ts'
export { datasetStats } from './export/dataset/zip/dataset-stats.ts'
export { estimateTokens } from './export/dataset/records/estimate-tokens.ts'
export { placeholders, presetFor, templatesOf } from './export/dataset/items/templates.ts'
export { wordings, type WordingName } from './export/dataset/items/wordings.ts'
export { presets, type Template } from './export/dataset/presets.ts'
export { datasetBounds, datasetDefaults, type DatasetOptions } from './export/dataset/options.ts'
export { trainerChoices, type TrainerName } from './export/dataset/trainers/trainer-names.ts'
export { renderSamples } from './export/dataset/records/render-samples.ts'
export { trainingCommands } from './export/dataset/training/commands.ts'
export { planFigures, type Figure } from './export/dataset/training/figures.ts'
export { recordPlot } from './export/dataset/training/record-plot.ts'
export { models, parametersOf } from './export/dataset/training/models.ts'
export { defaultChoice, planTraining } from './export/dataset/training/plan.ts'
export type { RecordSample } from './export/dataset/records/record.ts'
export type { TokenizerFile } from './export/dataset/records/token-counter.ts'
export type * from './export/dataset/training/training.ts'
export { isPhone } from './export/shared/is-phone.ts'
export { ExportError } from './export/contract.ts'
export type * from './export/contract.ts'
export { exporters } from './export/registry.ts'

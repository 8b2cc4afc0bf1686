import { appVersion } from '../../shared/app-version.ts'
import { cleanLine, cleanText } from '../../../render/clean-text.ts'
import type { ExportInput } from '../../contract.ts'
import { sha256Hex } from '../../shared/sha256-hex.ts'
import type { ArchivedFile } from './archive.ts'
import type { Manifest } from './manifest-schema.ts'
import type { DatasetContent } from './read-dataset.ts'
import { asciiControls } from '../records/json-rows.ts'
import { findSpecialTokens } from '../records/special-tokens.ts'
import { weightedCards } from '../records/rows.ts'
import { templatesOf } from '../items/templates.ts'
import { promptStyleFor } from '../training/prompt-styles.ts'
import type { DatasetStats, TrainingPlan } from '../training/training.ts'

/**
 * The text of manifest.json. `files` are all other files of the zip, with their rows where they have
 * some. Nothing in it comes from the clock.
 */
export function manifestText(
  input: ExportInput,
  content: DatasetContent,
  plan: TrainingPlan,
  seed: number,
  files: (ArchivedFile & { rows?: number })[]
): string {
  const { stats } = plan
  const { options } = content
  const known = new Map(input.compilation.files.map((file) => [file.path, file]))
  const manifest: Manifest = {
    $schema: 'manifest.schema.json',
    format: 'laegna-dataset',
    format_version: 1,
    app: { name: 'Laegna AI Training', version: appVersion },
    project: cleanLine(input.name),
    license: content.licenses.named,
    seed,
    settings: { ...input.settings },
    options: { ...options },
    templates: templatesOf(options),
    prompt_style: promptStyleFor(options).className,
    sources: input.files.map(({ path, text }) => ({
      path: cleanText(path),
      file_id: cleanText(known.get(path)?.fileId ?? ''),
      license: (known.get(path)?.license ?? []).map(cleanLine),
      characters: text.length,
      sha256: sha256Hex(cleanText(text))
    })),
    counts: {
      captured: { cards: stats.cards, blocks: stats.blocks, chapters: stats.chapters },
      records: Object.fromEntries(
        stats.kinds.map(({ kind, train, validation }) => [kind, train + validation])
      ),
      rows: Object.fromEntries(
        stats.kinds.map(({ kind, train, validation }) => [kind, { train, validation }])
      ),
      train: stats.train,
      validation: stats.validation,
      duplicates: stats.leftOut.duplicates,
      near_duplicates: stats.leftOut.nearDuplicates,
      blank: stats.leftOut.blank
    },
    split: {
      by: content.level,
      validation_fraction: options.validationFraction,
      validation_files: options.validationFiles.map(cleanText),
      parted: content.parted,
      cut: content.shared.cut,
      on_both_sides: content.shared.remaining
    },
    weighted_cards: weightedCards(content.samples, options),
    split_chapters: content.splitChapters,
    left_out: leftOut(content),
    tokens: tokens(stats),
    training: { ...plan.numbers, warnings: plan.warnings.map(({ message }) => message) },
    special_tokens: findSpecialTokens(content.samples),
    diagnostics: input.compilation.diagnostics.map(({ code, severity, message, file, start }) => ({
      code,
      severity,
      file: cleanText(file),
      line: start.line,
      column: start.column,
      message: cleanText(message)
    })),
    files
  }
  return asciiControls(JSON.stringify(manifest, null, 2)) + '\n'
}

/** Without the beginnings of texts, which stand in the sources. */
function leftOut({ leftOut }: DatasetContent): Manifest['left_out'] {
  return { ...leftOut, poor: leftOut.poor.map(({ id, rule }) => ({ id, rule })) }
}

function tokens(stats: DatasetStats): Manifest['tokens'] {
  return {
    estimate: !stats.exact,
    tokenizer: stats.tokenizer,
    train: stats.trainTokens,
    validation: stats.validationTokens,
    prompt: stats.promptTokens,
    longest: stats.longest,
    text_train: stats.textTrainTokens,
    text_validation: stats.textValidationTokens
  }
}

import { appVersion } from '../app-version.ts'
import { cleanLine, cleanText } from '../clean-text.ts'
import type { ExportInput } from '../exporter.ts'
import { sha256Hex, sha256HexOfMany } from '../sha256-hex.ts'
import type { ArchiveFile } from './archive.ts'
import type { DatasetContent } from './read-dataset.ts'
import { findSpecialTokens } from './special-tokens.ts'
import type { DatasetStats, TrainingPlan } from './training/training.ts'

/** Raised when a program that reads the zip has to be changed. */
const FORMAT_VERSION = 1

/**
 * The text of manifest.json: how the dataset was made, what it holds, what was left out and why.
 * `files` are all other files of the zip. Nothing in it comes from the clock.
 */
export async function manifestText(
  input: ExportInput,
  content: DatasetContent,
  plan: TrainingPlan,
  seed: number,
  files: ArchiveFile[]
): Promise<string> {
  const { stats } = plan
  const fileIds = new Map(input.compilation.files.map(({ path, fileId }) => [path, fileId]))
  const manifest = {
    format: 'laegna-dataset',
    format_version: FORMAT_VERSION,
    app: { name: 'Laegna AI Training', version: appVersion },
    project: cleanLine(input.name),
    seed,
    settings: input.settings ?? {},
    options: content.options,
    sources: input.files.map(({ path, text }) => ({
      path: cleanText(path),
      file_id: cleanText(fileIds.get(path) ?? ''),
      characters: text.length,
      sha256: sha256Hex(cleanText(text))
    })),
    counts: counts(content, stats),
    split: {
      by: content.level,
      pretraining_text_by: content.text.level,
      validation_fraction: content.options.validationFraction
    },
    left_out: { duplicates: content.duplicates, blank: content.blank },
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
    files: await Promise.all(
      files.map(async ({ path, bytes }) => ({
        path,
        bytes: bytes.length,
        sha256: await sha256HexOfMany(bytes)
      }))
    )
  }
  return JSON.stringify(manifest, null, 2) + '\n'
}

function counts({ samples, duplicates, blank }: DatasetContent, stats: DatasetStats): object {
  const of = (kind: string) => samples.filter(({ item }) => item.kind === kind).length
  return {
    captured: { cards: stats.cards, blocks: stats.blocks, chapters: stats.chapters },
    records: { qa: of('qa'), block: of('block'), chapter: of('chapter') },
    train: stats.train,
    validation: stats.validation,
    duplicates: duplicates.length,
    blank: blank.length
  }
}

function tokens(stats: DatasetStats): object {
  return {
    estimate: true,
    tokenizer: stats.tokenizer,
    note: 'Estimates: the tokenizer of the model that is trained makes more or fewer tokens.',
    train: stats.trainTokens,
    validation: stats.validationTokens,
    longest_record: stats.recordTokens.at(-1) ?? 0,
    text_train: stats.textTrainTokens,
    text_validation: stats.textValidationTokens
  }
}

import { cleanLine } from '../../render/clean-text.ts'

const LONGEST = 80

/**
 * A project's name as a folder that every system takes and no shell reads as anything else: letters,
 * digits, `.`, `_`, `-`. No brackets, which the Hugging Face loader reads as a pattern.
 */
export function folderName(project: string): string {
  const name = cleanLine(project)
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
  return name.slice(0, LONGEST).replace(/\p{Surrogate}|[.-]+$/gu, '') || 'laegna'
}

import { inEnglish, type Said } from '../../say/say.ts'
import type { ExportPreview, ExportResult } from '../contract.ts'

/** What a preview warns of. */
export function warned(said: Said[]): Pick<ExportPreview, 'warnings' | 'said'> {
  return { warnings: said.map(inEnglish), said }
}

/** What a result notes. */
export function noted(said: Said[]): Required<Pick<ExportResult, 'notes' | 'said'>> {
  return { notes: said.map(inEnglish), said }
}

import { ExportError } from '../../../src/export/contract.ts'
import { exporters, type Compilation, type Ledger } from '../../../src/laegna.ts'
import type { SourceFile } from '../../../src/document/model.ts'

/** Exports what a ledger knows, as the next download would: a ledger that was taken never stops it. */
export async function judgeLedger(
  ledger: Ledger,
  project: { files: SourceFile[]; compilation: Compilation }
): Promise<void> {
  for (const exporter of exporters) {
    if (!exporter.id.startsWith('anki-')) continue
    try {
      await exporter.run({ name: 'P', ...project, ledger }, {}, { now: new Date(0), seed: 1 })
    } catch (error) {
      if (!(error instanceof ExportError)) throw error
    }
  }
}

import type { SourceFile } from '../../../src/document/model.ts'
import { sizeOf } from '../corpus.ts'
import type { Figure } from '../table.ts'
import { withPage } from './project-page.ts'

interface MemoryWindow {
  performance: { measureUserAgentSpecificMemory: () => Promise<{ bytes: number }> }
}

/** Memory of the page and its workers with a project open, all read, beside the project's text. */
export async function compareMemory(files: SourceFile[]): Promise<Figure> {
  const bytes = await withPage(async (page) => {
    await (await page.take(files)).page.close()
    const desk = await page.open([])
    await page.untilRead(desk, files)
    return desk.page.evaluate(async () => {
      const { performance } = window as unknown as MemoryWindow
      return (await performance.measureUserAgentSpecificMemory()).bytes
    })
  })
  const ratio = bytes / sizeOf(files)
  return {
    what: 'memory of the page with a project of 10 MB, beside its text',
    ours: `${(bytes / 1e6).toFixed(0)} MB`,
    peer: `${(sizeOf(files) / 1e6).toFixed(1)} MB`,
    ratio,
    firstRatio: ratio,
    reach: { most: 25 },
    checked: `${files.length} files`
  }
}

import type { DiagramDrawing } from '../../laegna.ts'

/** Whether this page can draw diagrams at all. */
export const drawsDiagrams = import.meta.env.MODE !== 'single-file'

/** Draws a diagram for an export; what draws comes with the first. */
export async function drawDiagram(source: string): Promise<DiagramDrawing> {
  try {
    const { diagrams } = await import('../../diagrams/diagrams.ts')
    return await diagrams.draw(source)
  } catch {
    return { kind: 'unavailable', why: 'what draws them could not be loaded. Reload the page.' }
  }
}

import type { DiagramDrawing, DrawDiagram } from '../../laegna.ts'

/**
 * Diagrams are drawn in the page, and exports are written in a worker, which asks for one drawing after
 * another over a channel. This gives the worker's end of it, and what closes the page's.
 */
export function answerDrawings(draw: DrawDiagram): { port: MessagePort; close: () => void } {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = ({ data }: MessageEvent<string>) => {
    void draw(data).then((drawing) => port1.postMessage(drawing))
  }
  return { port: port2, close: () => port1.close() }
}

/** What asks for drawings, at the worker's end. */
export function askDrawings(port: MessagePort): DrawDiagram {
  return (source) =>
    new Promise((resolve) => {
      port.onmessage = ({ data }: MessageEvent<DiagramDrawing>) => resolve(data)
      port.postMessage(source)
    })
}

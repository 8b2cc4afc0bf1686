import { CardDrawer, compile, Compiler, PreviewRenderer, type PreviewPiece } from '../laegna.ts'
import { changeOf } from './pieces-change.ts'
import type { Change, Drawn, ReaderAnswer, ReaderRequest, ReadProject } from './messages.ts'
import { serve } from './serve.ts'

// One script for two workers: one compiles the project, one draws the preview and never waits.

/** The worker's copy of the project; the page sends only what changed. */
const compiler = new Compiler()
const renderer = new PreviewRenderer()
const cardDrawer = new CardDrawer()
/** What the page was sent last. A worker that takes over from another counts from elsewhere. */
let shown: { version: number; pieces: PreviewPiece[] } = {
  version: performance.timeOrigin,
  pieces: []
}

type RenderRequest = Extract<ReaderRequest, { kind: 'render' }>

serve<{ request: ReaderRequest; answer: ReaderAnswer }>(async (request) => ({
  answer: await answer(request)
}))

async function answer(request: ReaderRequest): Promise<ReaderAnswer> {
  switch (request.kind) {
    case 'compile':
      take(request.change)
      return { kind: 'compiled', compilation: compiler.compilation }
    case 'hand-over': {
      take(request.change)
      const { files, compilation } = compiler
      const project: ReadProject = { files, compilation }
      request.to.postMessage(project)
      request.to.close()
      return { kind: 'handed' }
    }
    case 'probe':
      compile([request.file], request.settings)
      return { kind: 'probed' }
    case 'render':
      return { kind: 'rendered', drawn: await draw(request) }
    case 'draw-card':
      return { kind: 'card-drawn', card: await cardDrawer.draw(request.card) }
  }
}

async function draw({ file, settings, media, since }: RenderRequest): Promise<Drawn> {
  const pieces = await renderer.render(file, settings, media)
  const isWhole = since !== shown.version
  const change = changeOf(isWhole ? [] : shown.pieces, pieces)
  if (since !== undefined) shown = { version: shown.version + 1, pieces }
  return { version: shown.version, isWhole, change }
}

function take({ put, paths, settings, media }: Change): void {
  for (const { path, text } of put) compiler.update(path, text)
  if (paths) compiler.arrange(paths)
  if (settings) compiler.configure(settings)
  if (media) compiler.setMedia(media)
}

import { compile, Compiler, renderHtml } from '../laegna.ts'
import { cutHtml } from './html-pieces.ts'
import type { Change, ReaderAnswer, ReaderRequest, ReadProject } from './messages.ts'
import { serve } from './serve.ts'

// One script for two workers: one compiles the project, one draws the preview and never waits.

/** The worker's copy of the project; the page sends only what changed. */
const compiler = new Compiler()

serve<{ request: ReaderRequest; answer: ReaderAnswer }>((request) => ({ answer: answer(request) }))

function answer(request: ReaderRequest): ReaderAnswer {
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
      return { kind: 'rendered', pieces: cutHtml(renderHtml(request.file, request.settings)) }
  }
}

function take({ put, paths, settings, media }: Change): void {
  for (const { path, text } of put) compiler.update(path, text)
  if (paths) compiler.arrange(paths)
  if (settings) compiler.configure(settings)
  if (media) compiler.setMedia(media)
}

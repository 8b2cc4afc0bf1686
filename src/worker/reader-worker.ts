import { compile, renderHtml, type Settings, type SourceFile } from '../laegna.ts'
import { cutHtml } from './html-pieces.ts'
import type { Change, ReaderAnswer, ReaderRequest } from './messages.ts'
import { serve } from './serve.ts'

// One script for two workers: one compiles the project, one draws the preview and never waits.

/** The worker's copy of the project; the page sends only what changed. */
let files = new Map<string, string>()
let settings: Partial<Settings> = {}

serve<{ request: ReaderRequest; answer: ReaderAnswer }>((request) => ({ answer: answer(request) }))

function answer(request: ReaderRequest): ReaderAnswer {
  switch (request.kind) {
    case 'compile':
      take(request.change)
      return { kind: 'compiled', compilation: compile(sources(), settings) }
    case 'probe':
      compile([request.file], request.settings)
      return { kind: 'probed' }
    case 'render':
      return { kind: 'rendered', pieces: cutHtml(renderHtml(request.file, request.settings)) }
  }
}

function take(change: Change): void {
  for (const { path, text } of change.put) files.set(path, text)
  if (change.paths) {
    files = new Map(change.paths.map((path) => [path, files.get(path) ?? '']))
  }
  settings = change.settings ?? settings
}

function sources(): SourceFile[] {
  return Array.from(files, ([path, text]) => ({ path, text }))
}

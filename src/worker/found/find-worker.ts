import { findInFiles, replaceInFiles } from './find-text.ts'
import type { FindAnswer, FindRequest } from '../protocol/messages.ts'
import { serve } from '../protocol/serve.ts'

// A worker of its own: an expression that never ends can be ended without losing anything.

serve<{ request: FindRequest; answer: FindAnswer }>((request) => ({ answer: answer(request) }))

function answer(request: FindRequest): FindAnswer {
  const { files, query } = request
  if (request.kind === 'find') {
    return { kind: 'found', files: findInFiles(files, query, request.most) }
  }
  return { kind: 'replaced', ...replaceInFiles(files, query, request.replacement, request.only) }
}

/** Starts a worker that reads documents; see `reader-worker.ts`. */
export function startReader(name: 'compile' | 'preview' | 'found'): Worker {
  return new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module', name })
}

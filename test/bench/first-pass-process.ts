import type { SourceFile } from '../../src/document/model.ts'
import { compileAll, parseAll } from './compile-sides.ts'
import { timed } from './measure.ts'

// A process of its own: reads the files it is sent once, as nothing is warm, and sends back the seconds that took.
process.once('message', (message) => {
  const { side, files } = message as { side: 'ours' | 'peer'; files: SourceFile[] }
  void timed(() => (side === 'ours' ? compileAll(files) : parseAll(files))).then((seconds) => {
    process.send!(seconds, () => process.disconnect!())
  })
})

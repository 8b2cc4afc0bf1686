import { compile } from '../../src/laegna.ts'
import type { SourceFile } from '../../src/document/model.ts'

// A process of its own: compiles the files it is sent and sends back what comes of them.
process.once('message', (files) => {
  process.send!(compile(files as SourceFile[]), () => process.disconnect!())
})

import { deflateRawSync } from 'node:zlib'
import { fileOfLink, UnreadableLink } from '../../../src/state/import/document-link.ts'
import { acceptPath } from '../../../src/state/project/free-name.ts'
import { demand } from './demand.ts'
import type { Entrance } from './entrance.ts'
import { bytesOf, textOf } from './pack.ts'

/** The address of the page with a document behind #. */
export const link: Entrance = {
  name: 'a link',
  parts: { json: JSON.stringify({ path: 'a.md', text: '# A\n\n[/Q]q[Q/] [/A]a[A/]\n' }) },
  pack: ({ json = '' }) => bytesOf(`#document=${deflateRawSync(json).toString('base64url')}`),
  judge: async (bytes) => {
    try {
      const { path, text } = await fileOfLink(textOf(bytes))
      demand(acceptPath(path, []) === undefined, `has a path that could be typed: ${path}`)
      demand(path.length <= 210 && text.length <= 2_000_000, 'is of a size that can be shown')
      return true
    } catch (error) {
      if (!(error instanceof UnreadableLink)) throw error
      return false
    }
  }
}

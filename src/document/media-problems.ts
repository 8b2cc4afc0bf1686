import type { Nodes, RootContent } from 'mdast'
import type { SourceRange } from '../markdown/container-marks.ts'
import { offsets } from '../markdown/tag-places.ts'
import { isAbsolute } from '../render/address.ts'
import type { MediaPaths } from '../render/media-paths.ts'
import type { Definitions } from './definitions.ts'
import type { Problem } from './diagnostics.ts'

/** Pictures, sound and films in questions and answers that the deck cannot hold. */
export function mediaProblems(
  content: RootContent[],
  definitions: Definitions,
  media: MediaPaths,
  path: string
): Problem[] {
  const problems: Problem[] = []
  content.forEach(inspect)
  return problems

  function inspect(node: Nodes): void {
    if (node.type === 'html') {
      for (const address of addressesIn(node.value)) judge(offsets(node), address)
    }
    const address = addressOf(node, definitions)
    if (address !== undefined) judge(offsets(node), address)
    if ('children' in node) node.children.forEach(inspect)
  }

  function judge(place: SourceRange, address: string): void {
    if (isAbsolute(address)) problems.push({ ...place, ...remote(address) })
    else if (media.find(address, path) === undefined) {
      problems.push({ ...place, ...missing(address, media.closest(address)) })
    }
  }
}

function addressOf(node: Nodes, definitions: Definitions): string | undefined {
  if (node.type === 'image') return node.url
  if (node.type !== 'imageReference') return undefined
  const target = definitions.get(`definition:${node.identifier}`)?.node
  return target?.type === 'definition' ? target.url : undefined
}

/** Addresses of the media in raw HTML. */
function addressesIn(html: string): string[] {
  const pictures = html.matchAll(
    /<(?:img|audio|video)\s[^>]*?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi
  )
  return Array.from(pictures, ([, double, single, bare]) => double ?? single ?? bare ?? '')
}

function remote(address: string): Pick<Problem, 'code' | 'message'> {
  return address.startsWith('data:')
    ? {
        code: 'missing-media',
        message:
          'A picture written into the text (data:) does not come into the card: the card gets its description. Save it as a file of the project and name that file here.'
      }
    : {
        code: 'remote-media',
        message: `The picture at ${address} is not fetched: the card gets a link to it.`
      }
}

function missing(address: string, closest: string | undefined): Pick<Problem, 'code' | 'message'> {
  const remedy =
    closest === undefined ? 'Add that file to the project.' : `Did you mean ${closest}?`
  return {
    code: 'missing-media',
    message: `${address} is not among the project’s files: the card gets its description instead. ${remedy}`
  }
}

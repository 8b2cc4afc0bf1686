import type { Nodes, RootContent } from 'mdast'
import { say, type SaidValue } from '../../say/say.ts'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import { offsets } from '../../markdown/tag-places.ts'
import { isAbsolute } from '../../render/address.ts'
import type { MediaPaths } from '../../render/media-paths.ts'
import type { Definitions } from '../items/definitions.ts'
import type { Problem } from './diagnostics.ts'

/** Pictures, sound and films in questions and answers that the deck cannot hold. */
export function mediaProblems(
  content: RootContent[],
  definitions: Definitions,
  media: MediaPaths,
  path: string
): Problem[] {
  const problems: Problem[] = []
  const addressesIn = htmlReader()
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
      problems.push({ ...place, ...missing(address, media) })
    }
  }
}

function addressOf(node: Nodes, definitions: Definitions): string | undefined {
  if (node.type === 'image') return node.url
  if (node.type !== 'imageReference') return undefined
  const target = definitions.get(`definition:${node.identifier}`)?.node
  return target?.type === 'definition' ? target.url : undefined
}

/** Tags of media, or a comment with whatever is in it. */
const mediaTags = /<!--[^]*?-->|<(\/?)(img|audio|video|source)\b((?:"[^"]*"|'[^']*'|[^'">])*)>/gi
const sourceAttribute = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i

/** Reads the addresses of media in raw HTML, piece by piece: of several sources the first is taken. */
function htmlReader(): (html: string) => string[] {
  let isOpen = false
  return (html) => {
    const addresses: string[] = []
    for (const [, end, name = '', attributes = ''] of html.matchAll(mediaTags)) {
      const isSource = name.toLowerCase() === 'source'
      const [, double, single, bare] = sourceAttribute.exec(attributes) ?? []
      const address = double ?? single ?? bare
      const isMeant = end === '' && (!isSource || isOpen)
      if (isMeant && address !== undefined) addresses.push(address.replaceAll('&amp;', '&'))
      if (/^[av]/i.test(name)) isOpen = end === '' && address === undefined
      else if (isSource && address !== undefined) isOpen = false
    }
    return addresses
  }
}

function remote(address: string): Pick<Problem, 'code' | 'said'> {
  if (/^(?:https?:)?\/\//i.test(address)) {
    return {
      code: 'remote-media',
      said: say('The picture at {address} is not fetched: the card gets a link to it.', { address })
    }
  }
  return {
    code: 'missing-media',
    said: address.startsWith('data:')
      ? say(
          'A picture written into the text (data:) does not come into the card: the card gets its description. Save it as a file of the project and name that file here.'
        )
      : say(
          '{address} is no file of the project: the card gets its description instead. Add that file to the project and name it here.',
          { address }
        )
  }
}

function missing(address: string, media: MediaPaths): Pick<Problem, 'code' | 'said'> {
  if (address === '') {
    return {
      code: 'missing-media',
      said: say(
        'No file is named here: the card gets the description instead. Write the path of a file of the project.'
      )
    }
  }
  const matches = media.matches(address)
  if (matches.length > 0) {
    return {
      code: 'missing-media',
      said: say(
        '{address} may be {files}: the card gets its description instead. Write more of the path.',
        { address, files: either(matches.slice(0, 3)) }
      )
    }
  }
  const closest = media.closest(address)
  return {
    code: 'missing-media',
    said:
      closest === undefined
        ? say(
            '{address} is not among the project’s files: the card gets its description instead. Add that file to the project.',
            { address }
          )
        : say(
            '{address} is not among the project’s files: the card gets its description instead. Did you mean {closest}?',
            { address, closest }
          )
  }
}

function either([first = '', ...rest]: string[]): SaidValue {
  return rest.reduce<SaidValue>((all, next) => say('{all} or {next}', { all, next }), first)
}

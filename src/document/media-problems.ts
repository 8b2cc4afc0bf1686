import type { Nodes, RootContent } from 'mdast'
import { offsets } from '../markdown/tag-places.ts'
import { isAbsolute } from '../render/address.ts'
import type { Definitions } from './definitions.ts'
import type { Problem } from './diagnostics.ts'

/** Pictures in questions and answers that the deck cannot hold. */
export function mediaProblems(content: RootContent[], definitions: Definitions): Problem[] {
  const problems: Problem[] = []
  content.forEach(inspect)
  return problems

  function inspect(node: Nodes): void {
    const address = addressOf(node, definitions)
    if (address !== undefined) problems.push(problem(node, address))
    if ('children' in node) node.children.forEach(inspect)
  }
}

function addressOf(node: Nodes, definitions: Definitions): string | undefined {
  if (node.type === 'image') return node.url
  if (node.type !== 'imageReference') return undefined
  const target = definitions.get(`definition:${node.identifier}`)?.node
  return target?.type === 'definition' ? target.url : undefined
}

function problem(node: Nodes, address: string): Problem {
  return isAbsolute(address)
    ? {
        ...offsets(node),
        code: 'remote-media',
        message: `The picture at ${address} is not fetched: the card gets a link to it.`
      }
    : {
        ...offsets(node),
        code: 'missing-media',
        message: `The picture ${address} is not in the project: the card gets its description instead. Give it one: ![description](${address}).`
      }
}

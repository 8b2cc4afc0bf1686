import type { DefaultTreeAdapterMap } from 'parse5'
import { say, type SaidValue } from '../../say/say.ts'
import { ImportRefusal } from '../importer.ts'

type Node = DefaultTreeAdapterMap['childNode']
type Parent = DefaultTreeAdapterMap['parentNode']

/** Elements around elements, deeper than any text: what walks the tree after this calls itself for each. */
const deepest = 300

/** From this depth on, boxes that only hold others are taken out. */
const deep = 60

const boxes = new Set(['div', 'span', 'font', 'section', 'article', 'center', 'main'])

/**
 * Takes boxes out of a tree where they are nested too deep, without calling itself. Throws
 * `ImportRefusal` where what is left is deeper than can be read.
 */
export function makeShallow(root: Parent, path: SaidValue): void {
  const walk: { parent: Parent; depth: number }[] = [{ parent: root, depth: 0 }]
  for (let at = walk.pop(); at; at = walk.pop()) {
    const { parent, depth } = at
    if (depth > deepest) {
      throw new ImportRefusal(
        say(
          '{path} has more than {most} elements inside each other and cannot be read. Open it, select all, copy, and paste it here.',
          { path, most: deepest }
        )
      )
    }
    if (depth > deep) unbox(parent)
    for (const child of parent.childNodes) {
      if ('childNodes' in child) walk.push({ parent: child, depth: depth + 1 })
      if ('content' in child) walk.push({ parent: child.content, depth: depth + 1 })
    }
  }
}

/** Puts in the place of each box what is in it, down to the last. */
function unbox(parent: Parent): void {
  const open: Node[] = [...parent.childNodes].reverse()
  const kept: Node[] = []
  for (let child = open.pop(); child; child = open.pop()) {
    if ('tagName' in child && boxes.has(child.tagName)) {
      for (const inner of [...child.childNodes].reverse()) open.push(inner)
    } else {
      child.parentNode = parent
      kept.push(child)
    }
  }
  parent.childNodes = kept
}

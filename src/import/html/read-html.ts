import { fromParse5 } from 'hast-util-from-parse5'
import type { Root } from 'hast'
import { parse } from 'parse5'
import type { SaidValue } from '../../say/say.ts'
import { makeShallow } from './shallow.ts'

/** Reads any HTML, as browsers do; `path` names it where it is nested too deep, an `ImportRefusal`. */
export function readHtml(html: string, path: SaidValue): Root {
  const document = parse(html)
  makeShallow(document, path)
  const tree = fromParse5(document)
  return tree.type === 'root' ? tree : { type: 'root', children: [] }
}

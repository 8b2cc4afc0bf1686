import { lineOfPart, type Chapter } from '../../laegna.ts'

/** The line of a text that the part of a link into it names; undefined where it names none. */
export function lineOfLink(tree: Chapter[], text: string, part: string): number | undefined {
  return lineOfPart(tree, text, part)
}

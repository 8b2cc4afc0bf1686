import { sayCount, type Said } from '../../say/say.ts'

/** What a document can hold that Markdown cannot, and how it is told. */
const kinds: [sign: RegExp, left: (found: number) => Said][] = [
  [
    /<c:chart\b/g,
    (found) => sayCount(found, '{count} chart was left out.', '{count} charts were left out.')
  ],
  [
    /<dgm:relIds\b/g,
    (found) =>
      sayCount(
        found,
        '{count} drawing (SmartArt) was left out.',
        '{count} drawings (SmartArt) were left out.'
      )
  ],
  [
    /<w:object\b/g,
    (found) =>
      sayCount(
        found,
        '{count} object of another program was left out.',
        '{count} objects of other programs were left out.'
      )
  ],
  [
    /<w:del\b/g,
    (found) =>
      sayCount(
        found,
        '{count} deleted passage was left out.',
        '{count} deleted passages were left out.'
      )
  ]
]

/** Sentences about what of a document is not in its Markdown. */
export async function leftOut(files: ReadonlyMap<string, Blob>, document: string): Promise<Said[]> {
  const notes = kinds.flatMap(([sign, left]) => {
    const found = count(document, sign)
    return found > 0 ? [left(found)] : []
  })
  const comments = (await files.get('word/comments.xml')?.text()) ?? ''
  const found = count(comments, /<w:comment\b/g)
  if (found === 0) return notes
  const said = sayCount(found, '{count} comment was left out.', '{count} comments were left out.')
  return [...notes, said]
}

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0
}

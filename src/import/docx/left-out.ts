/** What a document can hold that Markdown cannot, and how it is told. */
const kinds: [sign: RegExp, one: string, many: string][] = [
  [/<c:chart\b/g, '1 chart was', 'charts were'],
  [/<dgm:relIds\b/g, '1 drawing (SmartArt) was', 'drawings (SmartArt) were'],
  [/<w:object\b/g, '1 object of another program was', 'objects of other programs were'],
  [/<w:del\b/g, '1 deleted passage was', 'deleted passages were']
]

/** Sentences about what of a document is not in its Markdown. */
export async function leftOut(
  files: ReadonlyMap<string, Blob>,
  document: string
): Promise<string[]> {
  const notes = kinds.flatMap(([sign, one, many]) => told(count(document, sign), one, many))
  const comments = (await files.get('word/comments.xml')?.text()) ?? ''
  return [...notes, ...told(count(comments, /<w:comment\b/g), '1 comment was', 'comments were')]
}

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0
}

function told(found: number, one: string, many: string): string[] {
  if (found === 0) return []
  return [`${found === 1 ? one : `${found} ${many}`} left out.`]
}

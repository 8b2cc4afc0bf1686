/** Whether pictures and nothing else were copied: word processors add one of the text they copy. */
export function holdsPictures({ files, types }: DataTransfer): boolean {
  return (
    files.length > 0 &&
    !types.includes('text/plain') &&
    [...files].every(({ type }) => type.startsWith('image/'))
  )
}

/** Whether text was copied with its looks; a word processor adds a picture of it. */
export function holdsRich({ types }: DataTransfer): boolean {
  return types.includes('text/html') && types.includes('text/plain')
}

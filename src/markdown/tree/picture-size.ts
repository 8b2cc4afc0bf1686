/** The size of a picture, in CSS pixels. */
export interface PictureSize {
  width?: number
  height?: number
}

/** Reads `300` or `300x200`, as note apps write a picture's size; undefined for anything else. */
export function pictureSize(written: string): PictureSize | undefined {
  // Only what is short can be a size: many blanks cost nothing.
  if (written.length > 40) return undefined
  const [, width, height] = /^\s*(\d{1,5})(?:[xX](\d{1,5}))?\s*$/.exec(written) ?? []
  if (width === undefined) return undefined
  return { width: Number(width), ...(height !== undefined && { height: Number(height) }) }
}

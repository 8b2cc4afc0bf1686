/** A file that was dropped or picked, not yet read. */
export interface OfferedFile {
  /** With its folders: `notes/cells.md`. */
  path: string
  file: Blob
  /** Came with its folder: other kinds of file are left aside, with one word about all of them. */
  inFolder: boolean
  /** No other state of a file that has its name. */
  isNew?: boolean
}

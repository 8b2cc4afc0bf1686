/** What a file is made of, each part a text by its name: letters in it are changed by chance. */
export type Parts = Record<string, string>

/** A way by which what a stranger made comes in. */
export interface Entrance {
  /** The kind of file, with its article. */
  name: string
  /** Parts of a sound one. */
  parts: Parts
  /** The file that such parts are, however unsound they are. */
  pack: (parts: Parts) => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>
  /**
   * Reads it as the page does; gives whether it was taken. Rejects where what comes of it is nothing
   * that the page could hold, or it is refused by anything else than a sentence for a person.
   */
  judge: (bytes: Uint8Array<ArrayBuffer>) => Promise<boolean>
}

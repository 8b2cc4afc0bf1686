/** Takes bytes up to a limit and no further: what comes then fails, whatever a zip says of itself. */
export class CountingSink {
  readonly stream: WritableStream<Uint8Array>
  readonly pieces: Uint8Array<ArrayBuffer>[] = []
  /** Bytes that came. */
  size = 0
  /** Whether more came than may. */
  isFull = false

  constructor(most: number) {
    this.stream = new WritableStream({
      write: (chunk) => {
        if (this.size + chunk.length > most) {
          this.isFull = true
          throw new Error('There is no room for more.')
        }
        this.size += chunk.length
        this.pieces.push(new Uint8Array(chunk))
      }
    })
  }
}

/** Takes bytes up to a limit and no further: what comes then fails, whatever a zip says of itself. */
export class CountingSink {
  readonly stream: WritableStream<Uint8Array>
  /** Whether more came than may. */
  isFull = false
  readonly #chunks: Uint8Array<ArrayBuffer>[] = []
  #size = 0

  constructor(most: number) {
    this.stream = new WritableStream({
      write: (chunk) => {
        this.#size += chunk.length
        if (this.#size > most) {
          this.isFull = true
          throw new Error('There is no room for more.')
        }
        this.#chunks.push(new Uint8Array(chunk))
      }
    })
  }

  blob(): Blob {
    return new Blob(this.#chunks)
  }
}

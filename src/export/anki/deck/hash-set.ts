/** Hashes of 64 bits, as two halves, each once. For many of them much faster than a set of texts. */
export class HashSet {
  /** Two numbers a place, both 0 where it is free; at most half of the places are in use. */
  #places = new Uint32Array(2 << 10)
  #size = 0

  /** Whether the hash was added: not where it is there already. Zero stays out. */
  add(high: number, low: number): boolean {
    if (this.#size * 4 >= this.#places.length) this.#grow()
    const at = this.#find(high, low)
    if (this.#places[at] === high && this.#places[at + 1] === low) return false
    this.#places[at] = high
    this.#places[at + 1] = low
    this.#size += 1
    return true
  }

  /** Where the hash is, or would be. */
  #find(high: number, low: number): number {
    const places = this.#places
    const last = places.length - 1
    let at = (low << 1) & last
    while (
      (places[at] !== 0 || places[at + 1] !== 0) &&
      (places[at] !== high || places[at + 1] !== low)
    ) {
      at = (at + 2) & last
    }
    return at
  }

  #grow(): void {
    const before = this.#places
    this.#places = new Uint32Array(before.length * 2)
    for (let from = 0; from < before.length; from += 2) {
      const high = before[from] ?? 0
      const low = before[from + 1] ?? 0
      if (high === 0 && low === 0) continue
      const at = this.#find(high, low)
      this.#places[at] = high
      this.#places[at + 1] = low
    }
  }
}

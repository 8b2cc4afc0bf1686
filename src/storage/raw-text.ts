/** A stored value of any kind as text that a person can read and search; never throws. */
export function rawText(value: unknown): string {
  const seen = new Set<unknown>()
  const readable = (_key: string, part: unknown): unknown => {
    if (typeof part === 'bigint') return `${part}`
    if (part instanceof Blob) return `(${part.size} bytes, ${part.type || 'of unknown kind'})`
    if (typeof part !== 'object' || part === null) return part
    if (seen.has(part)) return '(again)'
    seen.add(part)
    return part instanceof Map || part instanceof Set ? [...part] : part
  }
  return JSON.stringify(value, readable, 2)
}

/** A count with its noun: `1 card`, `1,200 cards`. */
export function inWords(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

/** Marks upon letters, and what is not seen, more of them in a row than any writing has. */
const run =
  /((?:[\p{Mn}\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]){200})(?:[\p{Mn}\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff])+/gu

/** HTML without the rest of such a row: to lay one out, a browser takes time that grows as its square. */
export function sparing(html: string): string {
  return html.replace(run, '$1')
}

/** Words that begin no block but a paragraph, or a heading behind signs. */
export const wordsFirst =
  /^(?:[\p{L}"'(“„«‘¿¡.,;/…—–{]|\d(?!\d{0,8}[.)](?:\s|$))|\*{1,3}(?=[^\s*])|_{1,3}(?=[^\s_])|`(?!``)|!?\[(?![ xX]\])|\$(?!\$)|#(?!#{6}))/u

/** How many signs of a heading words begin with; 0 where they are none. */
export function headingSigns(words: string): number {
  return /^#{1,6}(?=[ \t]|$)/.exec(words)?.[0].length ?? 0
}

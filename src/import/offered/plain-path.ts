/**
 * The path that a file comes in under: composed (NFC), and with a `_` for each sign that nobody sees
 * and that turns the direction of a name, hides within it or steers a screen: `invoice\u202egpj.md`
 * would be shown as a picture.
 */
export function plainPath(path: string): string {
  return path.normalize('NFC').replace(unseen, '_')
}

/** Signs that no name needs and nobody sees. */
export const unseen = /[\p{Cc}\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu

/** The line before and after front matter: of YAML, or of TOML (L5.6). */
export type HeaderFence = '---' | '+++'

const yamlOpener =
  /^---[ \t]*(?:\r\n|\n|\r)(?:---[ \t]*(?:\r|\n|$)|["']?[\w-][^:\r\n]*:(?:[ \t\r\n]|$))/
const tomlOpener =
  /^\+\+\+[ \t]*(?:\r\n|\n|\r(?!\n))(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r(?!\n)))*[ \t]*(?:(?:[\w-][\w."' \t-]*|["'][^=\r\n]*)=|\[[^\r\n]*\][ \t]*(?:#|\r|\n|$))/

/**
 * The fence that opens front matter at the top of a text, if one does: a `---` only before a `key:` or its
 * closing `---`, a `+++` only before a `key =` or `[table]`, with comments and blank lines between.
 */
export function headerFenceOf(text: string): HeaderFence | undefined {
  if (yamlOpener.test(text)) return '---'
  return tomlOpener.test(text) ? '+++' : undefined
}

/** Where the front matter ends, after its line end; 0 where there is none (L5.6). */
export function frontMatterEnd(text: string): number {
  const fence = headerFenceOf(text)
  if (!fence) return 0
  const closer =
    fence === '---'
      ? /(?<=[\r\n])---[ \t]*(?:\r\n|\n|\r|$)/g
      : /(?<=[\r\n])\+\+\+[ \t]*(?:\r\n|\n|\r|$)/g
  closer.lastIndex = 3
  return closer.test(text) ? closer.lastIndex : 0
}

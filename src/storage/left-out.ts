const rubbish = /(?:^|\/)(?:__MACOSX|\.DS_Store|Thumbs\.db|desktop\.ini|~\$[^/]*)(?:\/|$)/i

/** Logseq's settings and its copies of earlier states of pages, which would double their cards. */
const logseq = /(?:^|\/)logseq\/(?:(?:bak|version-files)(?:\/|$)|[^/]+\.(?:edn|css|js)$)/

/**
 * Whether a file or folder of this path is left out without a word where a folder comes in: hidden,
 * installed, or what a program put there for itself.
 */
export function isLeftOut(path: string): boolean {
  return path.split('/').some(isHidden) || isRubbish(path) || logseq.test(path)
}

/** What systems and Office put beside the files of a person. */
export function isRubbish(path: string): boolean {
  return rubbish.test(path)
}

function isHidden(name: string): boolean {
  // Names that lead elsewhere hide nothing: they are refused aloud where paths are judged.
  return /^\.(?!\.?$)/.test(name) || name === 'node_modules'
}

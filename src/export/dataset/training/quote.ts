/** A word for a POSIX shell, quoted where it needs to be. Line ends become blanks. */
export function quoteSh(word: string): string {
  const line = word.replace(/\s+/g, ' ')
  return /^[\w./:=@%+-]+$/.test(line) ? line : `'${line.replaceAll("'", "'\\''")}'`
}

/** A text of several lines as one word of one command line. */
export function quoteShLines(text: string): string {
  if (!text.includes('\n')) return quoteSh(text)
  const format = text.replace(/[\\%]/g, '$&$&').replaceAll('\n', '\\n').replaceAll("'", "'\\''")
  return `"$(printf '${format}')"`
}

/**
 * A word for PowerShell, which also takes typographic quotes for quotes. Version 5.1 strips double
 * quotes from what it passes to programs, so they become single ones.
 */
export function quotePowerShell(word: string): string {
  return /^[\w./\\:=+-]+$/.test(word) ? word : powerShellString(word)
}

/** A PowerShell string, quoted always; on one line. */
export function powerShellString(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('"', "'")
  return `'${line.replace(/['‘’‚‛]/g, '$&$&')}'`
}

/** A text of several lines as one argument of one PowerShell command line. */
export function quotePowerShellLines(text: string): string {
  if (!text.includes('\n')) return quotePowerShell(text)
  return `(@(${text.split('\n').map(powerShellString).join(', ')}) -join [char]10)`
}

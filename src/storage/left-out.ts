/** Whether a file or folder of this name is left out where a folder comes in: hidden, or installed. */
export function isLeftOut(name: string): boolean {
  // Names that lead elsewhere hide nothing: they are refused aloud where paths are judged.
  return /^\.(?!\.?$)/.test(name) || name === 'node_modules'
}

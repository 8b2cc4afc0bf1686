import type { HeuristicFunc } from 'wuchale'

/** Attributes that are read or heard, on elements and on components of ours. */
const spoken = new Set(
  (
    'alt aria-label aria-description aria-roledescription aria-valuetext doing label legend name ' +
    'none placeholder summary sure title unit'
  ).split(' ')
)

/** What stands between these is no language. */
const wordless = new Set(['code', 'kbd', 'pre', 'script', 'style', 'path'])

/** Files whose strings are names of syntax, selectors or styles. */
const silent =
  /src\/ui\/(?:editor\/(?:language\/|editor-theme|late\/late-theme)|cards\/card-style|scrollable|keep-focus|touch-keyboard)|src\/state\/commands\/keys/

/** What is called with selectors, names of events, keys or media types. */
const silentCalls =
  /(?:^|\.)(?:addEventListener|closest|define|elt|endsWith|getAttribute|getChildren|getItem|includes|keep|kept|matchMedia|matches|normalize|of|postMessage|querySelector|querySelectorAll|removeEventListener|replaceAll|setItem|split|startComposite|startsWith|theme)$|^(?:keymap|matchMedia|RegExp|tagged|writeKey|lezerParser)$/

/** One word alone is a text when it begins large, and is none of these: keys, names of the DOM, of files, of what is kept. */
const names = new Set(
  (
    'A AbortError Aa Alt Android Anki BlockReaderTag Blob C ChapterReaderTag Ctrl E Enter Error Esc Escape ' +
    'Backspace End F1 F2 F6 F8 GB Home J K KB L Laegna LaegnaTag LitGPT Linux LoRA MB Markdown Mod NFC NFD OK PK ' +
    'PowerShell Q QLoRA QuotaExceededError S Shift Source Space T TB Tab URL W Windows macOS'
  ).split(' ')
)

const key = /^(?:(?:Mod|Ctrl|Alt|Shift|Cmd)[+-]|Arrow|F\d)/
/** Selectors, styles, markup, addresses, shell and the like. */
const code =
  /[{}<>=\\|;]|\[[a-z-]+[=\]~]|--|\bvar\(|\bcolor-mix|(?:^|[\s,>+~])[.#&:][a-z]|^[a-z]+:[^ ]|^(?:[a-z]+, )+[a-z]+$|^[\d.]+(?:px|ch|em|s)\b|^0 |\bcd |^\[\/|^(?:unzip|python3) |^prefers-|^(?:min|max)-width: |^cm-|\bcm-|^max\(|^diagram-trouble|^(?:card nightMode|count number)$/

/** What begins as a line of words does, or as a sentence and ends as one, is no code whatever else stands in it; `#` is a value. */
const sentence = /^\p{Lu}\p{Ll}* \p{Ll}[^{}<>=\\|]*$|^(?:\p{Lu}|#)[^<>\\|]* \p{Ll}[^<>\\|]*[.!?]$/u

/** `areWords`: it stands under a name that says so, see extract.ts. */
export interface Details {
  areWords?: boolean
}

/** Whether a string that stands in the page's code is a text that a person reads. */
export const isText: HeuristicFunc = ({ msgStr, details }) => {
  const { areWords } = details as Details
  const text = msgStr.join('\n')
  if (!/\p{L}/u.test(text)) return false
  const { scope, element, attribute, call, file } = details
  if (scope === 'markup' && element !== undefined && wordless.has(element)) return false
  if (scope === 'markup') return /\p{L}{2}|\p{L} \p{L}/u.test(text) ? 'message' : false
  if (attribute !== undefined && !spoken.has(attribute)) return false
  if (scope === 'attribute')
    return /^[\p{Lu}#“(]/u.test(text) && !key.test(text) ? 'message' : false
  if (silent.test(file) || (call !== undefined && silentCalls.test(call))) return false
  if (text !== text.trim()) return false
  if (sentence.test(text)) return 'message'
  if (code.test(text) || key.test(text)) return false
  if (!/\s/.test(text)) {
    if (areWords && /^\p{L}{2,}$/u.test(text)) return 'message'
    return /^\p{Lu}\p{Ll}+(?:-\p{L}\p{Ll}*)*[….:?!]?$/u.test(text) && !names.has(text)
      ? 'message'
      : false
  }
  return /\p{L}{2}/u.test(text) ? 'message' : false
}

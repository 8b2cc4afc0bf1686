/** What a key press says, as far as shortcuts care. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>

interface Keys {
  mod: boolean
  alt: boolean
  shift: boolean
  key: string
}

/** Whether this computer has a Command key where others have Control. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.platform)

/** Whether a press is the one that a shortcut such as `Mod+Shift+F` names. */
export function matchesKeys(press: KeyPress, keys: string, mac = isMac): boolean {
  const { mod, alt, shift, key } = parse(keys)
  const [wanted, foreign] = mac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey]
  if (wanted !== mod || foreign || press.altKey !== alt) return false
  // Which other key a sign like ? needs is the keyboard's business.
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key)
  return keyOf(press) === key.toLowerCase() && (isSign || press.shiftKey === shift)
}

/** Whether a shortcut is a sign alone, which in a text would be typed. */
export function isBareKey(keys: string): boolean {
  return keys.length === 1
}

const macSigns: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
const names: Record<string, string> = {
  Mod: 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': 'Space'
}

/** The keys of a shortcut as they are printed on this keyboard, one after the other. */
export function keyNames(keys: string, mac = isMac): string[] {
  return keys.split('+').map((key) => (mac ? macSigns[key] : undefined) ?? names[key] ?? key)
}

/** A shortcut in one word: `Ctrl+K`, on a Mac `⌘K`. */
export function inOneWord(keys: string, mac = isMac): string {
  return keyNames(keys, mac).join(mac ? '' : '+')
}

function parse(keys: string): Keys {
  const parts = keys.split('+')
  return {
    mod: parts.includes('Mod'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key: parts.at(-1) ?? ''
  }
}

/** The letter in its Latin place on a keyboard of another script. */
function keyOf({ key, code }: KeyPress): string {
  const latin = /^(?:Key|Digit)(.)$/.exec(code)?.[1]
  return (key.length === 1 && key > '\x7f' ? (latin ?? key) : key).toLowerCase()
}

import { judgeName } from '../zip/judge-name.ts'

/** Names of the files of one project in a zip: their paths, where any system can unpack those. */
export class Names {
  readonly #taken = new Set<string>()
  #odd = 0

  /** Gives a name that no other file has, also where capitals count for nothing. */
  give(path: string): string {
    const plain = path.normalize('NFC').toLowerCase()
    if (judgeName(path) === undefined && !this.#taken.has(plain)) {
      this.#taken.add(plain)
      return path
    }
    this.#odd += 1
    return `other names/${this.#odd}${/\.\w{1,8}$/.exec(path)?.[0] ?? ''}`
  }
}

/** A name that every system allows for a folder; `taken` are those before, in small letters. */
export function folderFor(name: string, taken: Set<string>): string {
  const plain = name
    .replace(/[\p{C}<>:"/\\|?*]+/gu, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '')
    .slice(0, 60)
    .trim()
  const wish = judgeName(plain) === undefined ? plain : 'Project'
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? wish : `${wish} (${number})`
    if (taken.has(folder.toLowerCase())) continue
    taken.add(folder.toLowerCase())
    return folder
  }
}

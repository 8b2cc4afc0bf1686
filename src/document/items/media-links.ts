import { writtenAddresses, type WrittenAddress } from '../../markdown/tree/written-addresses.ts'
import { isAbsolute } from '../../render/address.ts'
import { MediaPaths } from '../../render/media-paths.ts'
import type { Settings, SourceFile } from '../model.ts'
import { completeSettings } from '../settings.ts'

/** A place in a text that names a medium of the project. */
export interface MediaUse {
  /** Of the medium. */
  media: string
  /** Of the text. */
  file: string
  /** From 1. */
  line: number
}

/** Texts whose links were changed. */
export interface MovedLinks {
  files: SourceFile[]
  links: number
}

type Use = WrittenAddress & { media: string }

/** Where the texts of a project name its media; a text that did not change is not read again. */
export class MediaLinks {
  readonly #read = new Map<string, { text: string; found: WrittenAddress[] }>()
  #noteSyntax = true

  /** Takes other settings: what they read otherwise is read again. */
  configure(settings: Partial<Settings>): void {
    const { noteSyntax } = completeSettings(settings)
    if (noteSyntax !== this.#noteSyntax) this.#read.clear()
    this.#noteSyntax = noteSyntax
  }

  /** All places that name media of the project, in cards or not, in the order of the files. */
  uses(files: SourceFile[], media: readonly string[]): MediaUse[] {
    const paths = new MediaPaths(media)
    return files.flatMap((file) => {
      let [line, at] = [1, 0]
      return this.#usesIn(file, media, paths).map(({ media, start }) => {
        line += file.text.slice(at, start).split('\n').length - 1
        at = start
        return { media, file: file.path, line }
      })
    })
  }

  /**
   * The files whose links change when a medium gets another path, with their new texts, and how
   * many links that is. Links to other media that would mean another one then are written out, too.
   */
  move(files: SourceFile[], media: readonly string[], from: string, to: string): MovedLinks {
    const before = new MediaPaths(media)
    const after = new MediaPaths(media.map((path) => (path === from ? to : path)))
    const moved: MovedLinks = { files: [], links: 0 }
    for (const file of files) {
      let text = ''
      let at = 0
      for (const use of this.#usesIn(file, media, before)) {
        const target = use.media === from ? to : use.media
        if (after.find(use.address, file.path) === target) continue
        text += file.text.slice(at, use.start) + write(use, target, file.path, after)
        at = use.end
        moved.links += 1
      }
      if (at > 0) moved.files.push({ path: file.path, text: text + file.text.slice(at) })
    }
    return moved
  }

  #usesIn({ path, text }: SourceFile, media: readonly string[], paths: MediaPaths): Use[] {
    const endings = new Set(media.map((one) => one.slice(one.lastIndexOf('.') + 1).toLowerCase()))
    // Reading a text takes its time, and most of a large project name no medium.
    const lower = text.toLowerCase()
    if (![...endings].some((ending) => lower.includes(`.${ending}`))) return []
    return this.#addressesIn(path, text).flatMap((written) => {
      if (isAbsolute(written.address)) return []
      const found = paths.find(written.address, path)
      return found === undefined ? [] : [{ ...written, media: found }]
    })
  }

  #addressesIn(path: string, text: string): WrittenAddress[] {
    const known = this.#read.get(path)
    if (known?.text === text) return known.found
    const found = writtenAddresses(text, this.#noteSyntax)
    this.#read.set(path, { text, found })
    return found
  }
}

/** A link to `target` in the manner of the one that was there, if it can be found so. */
function write({ address, form }: Use, target: string, file: string, media: MediaPaths): string {
  const beside = relative(target, file)
  const name = target.slice(target.lastIndexOf('/') + 1)
  const isName = !/[/\\]/.test(address)
  const wishes = address.startsWith('/')
    ? [`/${target}`]
    : isName
      ? [name, beside]
      : [address.startsWith('./') && !beside.startsWith('.') ? `./${beside}` : beside]
  const encoded = [...wishes, `/${target}`].map((wish) => encode(wish, form))
  return encoded.find((wish) => media.find(wish, file) === target) ?? encode(beside, form)
}

function relative(target: string, file: string): string {
  const [to, from] = [target.split('/'), file.split('/').slice(0, -1)]
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}

/** Signs that would end the address, or be read as something else in it. */
const unsafe: Record<Use['form'], RegExp> = {
  bare: /[\s()<>\\|%?#&]/g,
  angle: /[<>\\|%?#&]/g,
  wiki: /[[\]|%?]/g,
  html: /[\s"'<=>`|%?#&]/g
}

function encode(path: string, form: Use['form']): string {
  return path.replace(unsafe[form], (sign) => {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
  })
}

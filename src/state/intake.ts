import type { SourceFile } from '../document/model.ts'
import { freeName, pathForText } from './free-name.ts'
import { sizeLimit, withPlainLines } from './judge-file.ts'
import type { Media, NewMedium } from './media.svelte.ts'
import type { Notices } from './notices.svelte.ts'
import type { Project } from './project.svelte.ts'
import { projectName } from './project-name.ts'
import { readOffered, type OfferedFile } from './read-offered.ts'
import { sortArrivals, type Arrivals } from './sort-arrivals.ts'

/** What comes in: texts, and the pictures and sounds beside them. */
interface Arriving {
  files: SourceFile[]
  media: NewMedium[]
}

/** What the intake works with. */
export interface IntakeTools {
  project: Project
  media: Media
  notices: Notices
  /** Makes a new project and opens it; says whether that worked. */
  create: (name: string, files: SourceFile[]) => Promise<boolean>
  /** Keeps the project as it is before files are added to it. */
  keepState: () => Promise<void>
  /** Shows what the cards of an earlier export would be for the project. */
  openEarlier: (name: string, file: Blob) => Promise<void>
  /** Shows what is in a backup. */
  openBackup: (name: string, file: Blob) => Promise<void>
}

/** Takes files and text into the open project; what cannot be taken is named, the rest goes on. */
export class Intake {
  readonly #project: Project
  readonly #media: Media
  readonly #notices: Notices
  readonly #create: IntakeTools['create']
  readonly #keepState: IntakeTools['keepState']
  readonly #openEarlier: IntakeTools['openEarlier']
  readonly #openBackup: IntakeTools['openBackup']

  constructor(tools: IntakeTools) {
    const { project, media, notices, create, keepState, openEarlier, openBackup } = tools
    this.#project = project
    this.#media = media
    this.#notices = notices
    this.#create = create
    this.#keepState = keepState
    this.#openEarlier = openEarlier
    this.#openBackup = openBackup
  }

  /** Reads what was dropped or picked. */
  async takeFiles(offered: OfferedFile[]): Promise<void> {
    const read = await readOffered(offered)
    const { files, media, earlier, backups, refused, wanted } = read
    const [first, ...others] = [
      ...backups.map((one) => ({ ...one, open: this.#openBackup })),
      ...earlier.map((one) => ({ ...one, open: this.#openEarlier }))
    ]
    refused.push(...others.map(({ path }) => `${path} is to be looked at first: add it alone.`))
    this.#reportRefused(refused, wanted)
    if (files.length + media.length > 0) {
      await this.#add({ files, media })
      this.#reportAside(read.aside)
    }
    // Only now: the Markdown of its cards may have come with it.
    if (first) await first.open(first.path, first.file)
    else if (files.length + media.length + refused.length === 0) {
      this.#notices.warn('There is no Markdown, text, picture or sound in what you added.')
    }
  }

  /** Makes a new file of pasted text, named from its first heading. */
  async takeText(text: string): Promise<void> {
    if (!text.trim()) return
    if (text.length >= sizeLimit) {
      this.#notices.warn('The pasted text is too long: a file must stay below 20 MB. Split it.')
      return
    }
    const taken = this.#project.sample ? [] : this.#project.paths
    const path = freeName(pathForText(text), taken)
    await this.#add({ files: [{ path, text: withPlainLines(text) }], media: [] })
  }

  #reportRefused(sentences: string[], of: number): void {
    const [first] = sentences
    if (first !== undefined && sentences.length === 1) this.#notices.warn(first)
    else if (sentences.length > 1) {
      this.#notices.warn(`${sentences.length} of ${of} files were not added.`, sentences)
    }
  }

  #reportAside(paths: string[]): void {
    const [first] = paths
    if (first === undefined) return
    const what = 'no Markdown, text, picture or sound, and'
    this.#notices.tell(
      paths.length === 1
        ? `${first} is ${what} was left aside.`
        : `${paths.length} files are ${what} were left aside, ${first} first.`
    )
  }

  async #add(arriving: Arriving): Promise<void> {
    // The example is for looking at: somebody's own files begin a project of their own.
    if (this.#project.sample) return this.#begin(arriving)
    await this.#keepState()
    const { same, lost } = await this.#media.meet(arriving.media)
    const texts = new Map(this.#project.files.map(({ path, text }) => [path, text]))
    // Nobody would miss what cannot be read any more: what comes takes its place.
    const here = this.#media.entries.filter(({ path }) => !lost.has(path))
    const media = new Map(here.map((entry) => [entry.path, entry]))
    this.#put({
      files: sortArrivals(arriving.files, texts, ({ text }, old) => text === old),
      media: sortArrivals(arriving.media, media, ({ path }) => same.has(path))
    })
  }

  async #begin({ files, media }: Arriving): Promise<void> {
    const texts = withFreeNames(files)
    const begun = texts.length > 0 ? texts : [{ path: 'untitled.md', text: '' }]
    const name = projectName([...texts, ...media])
    if (!(await this.#create(name, begun))) return
    if (media.length > 0) this.#media.put(withFreeNames(media))
    const added = count(texts.length + media.length)
    this.#notices.tell(`${added} added to a new project, ${this.#project.name}.`)
  }

  #put({ files, media }: { files: Arrivals<SourceFile>; media: Arrivals<NewMedium> }): void {
    const texts = [...files.fresh, ...files.rivals.map(({ file }) => file)]
    const pictures = [...media.fresh, ...media.rivals.map(({ file }) => file)]
    const added = texts.length + pictures.length
    if (added === 0) {
      const same = files.same + media.same
      this.#notices.tell(`${count(same)} already here, word for word: nothing was added.`)
      return
    }
    // Left beside them, the page's own empty file would be a chapter of what is exported.
    const blank = files.fresh.length > 0 && files.rivals.length === 0 ? this.#blank() : []
    if (pictures.length > 0) this.#media.put(pictures)
    if (texts.length > 0) this.#project.put(texts)
    this.#takeOut(blank)
    const [first] = texts
    if (first) this.#project.openPath = first.path
    const undo = {
      label: 'Undo',
      run: () => {
        if (blank.length > 0) this.#project.put(blank, 0)
        const written = texts.filter((file) => this.#isWritten(file))
        this.#takeOut([...texts.filter((file) => !written.includes(file)), ...pictures])
        const [one] = written
        if (one) this.#notices.tell(`${nameAll(one.path, written.length)} written in since.`)
      }
    }
    const rivals = [...files.rivals, ...media.rivals]
    if (rivals.length === 0) this.#notices.tell(`${count(added)} added.`, [undo])
    else {
      const replace = { label: 'Replace the old', run: () => this.#replace(files, media) }
      this.#notices.offer(rivalSentence(rivals), [replace, undo])
    }
  }

  /** The empty file that a new project begins with, while nothing else is in the project. */
  #blank(): SourceFile[] {
    const { files } = this.#project
    const isBlank = files.length === 1 && files[0]?.path === 'untitled.md'
    return isBlank && files[0]?.text.trim() === '' ? files : []
  }

  #replace(files: Arrivals<SourceFile>, media: Arrivals<NewMedium>): void {
    const texts = files.rivals.map(({ old, file }) => {
      // It may have been written in since it came.
      const { path, text } = file
      return { path: old, text: this.#project.has(path) ? this.#project.text(path) : text }
    })
    const pictures = media.rivals.map(({ old, file }) => ({ ...file, path: old }))
    const before = texts.map(({ path }) => ({ path, text: this.#project.text(path) }))
    this.#takeOut([...files.rivals, ...media.rivals].map(({ file }) => file))
    if (texts.length > 0) this.#project.put(texts)
    if (texts[0]) this.#project.openPath = texts[0].path
    const takeBack = this.#media.replace(pictures)
    this.#notices.tell(`${count(texts.length + pictures.length)} replaced.`, [
      {
        label: 'Undo',
        run: () => {
          const back = before.map(({ path, text }, at) => {
            const isWritten = this.#project.text(path) !== texts[at]?.text
            return { path: isWritten ? freeName(path, this.#project.paths) : path, text }
          })
          if (back.length > 0) this.#project.put(back)
          void takeBack.then((undo) => undo())
        }
      }
    ])
  }

  #isWritten({ path, text }: SourceFile): boolean {
    return this.#project.has(path) && this.#project.text(path) !== text
  }

  #takeOut(files: { path: string }[]): void {
    const media = new Set(this.#project.mediaPaths)
    const paths = files.map(({ path }) => path)
    for (const path of paths) if (this.#project.paths.includes(path)) this.#project.remove(path)
    const pictures = paths.filter((path) => media.has(path))
    if (pictures.length > 0) this.#project.changeMedia([], pictures)
  }
}

function nameAll(first: string, files: number): string {
  return files === 1 ? `${first} stays: it was` : `${files} files stay, ${first} first: they were`
}

function withFreeNames<File extends { path: string }>(files: File[]): File[] {
  const taken = new Set<string>()
  return files.map((file) => {
    const path = freeName(file.path, taken)
    taken.add(path)
    return { ...file, path }
  })
}

function rivalSentence(rivals: { old: string; file: { path: string } }[]): string {
  const [first] = rivals
  if (first && rivals.length === 1) {
    return `${first.old} is already here with other content, so the new one is ${first.file.path}.`
  }
  return `${rivals.length} files are already here with other content, so the new ones got new names.`
}

function count(files: number): string {
  return files === 1 ? '1 file was' : `${files} files were`
}

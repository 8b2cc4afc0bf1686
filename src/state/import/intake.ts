import { worded } from '../page/worded.ts'
import type { Settings, SourceFile } from '../../document/model.ts'
import { plural } from '../../language/plural.ts'
import type { NoticeAction } from '../page/notices.svelte.ts'
import type { Converted } from './bringing.svelte.ts'
import type { Ledger } from '../../laegna.ts'
import { freeName, pathForText, pathOnDisk } from '../project/free-name.ts'
import {
  asideSentence,
  count,
  oneSummary,
  renamedSentence,
  resultSentence
} from './intake-words.ts'
import { sizeLimit, withPlainLines } from '../../import/offered/accept-file.ts'
import type { HeldMedium, NewMedium } from '../media/media.svelte.ts'
import { compareMedia } from './conflicting-media.ts'
import type { ImportConflict, ConflictChoice } from './import-conflict.ts'
import { isOpen, markOf, type ProjectMark } from '../project/project-mark.ts'
import { projectName } from '../project/project-name.ts'
import type { OfferedFile } from './offered-file.ts'
import { mostNamed, readOffered } from './read-offered.ts'
import { settleArrivals, sortArrivals, type Arrivals, type Renamed } from './sort-arrivals.ts'
import { applyImport, type Destination } from './apply-import.ts'
import { plainPath } from '../../import/offered/plain-path.ts'
import { vaultSentence } from '../../import/offered/vault.ts'

/** What comes in: texts, and the pictures and sounds beside them. */
interface Arriving {
  files: SourceFile[]
  media: NewMedium[]
  /** Of cards among them that Anki has already. */
  ledger?: Ledger | undefined
  /** Paths of those that came without their folder. */
  loose: ReadonlySet<string>
  /** The one file that all of them are from: a zip, or that of another program. */
  from?: string | undefined
  /** Whether they are from files of other programs, whose cards were shown before they came. */
  wasShown?: boolean
  /** Paths of others that came with them and are left aside. */
  aside?: string[] | undefined
  /** What their vault says to a project that they begin. */
  vault?: Partial<Settings> | undefined
}

/** What comes in, by what it meets in the project. */
interface Met {
  texts: Arrivals<SourceFile>
  media: Arrivals<NewMedium>
  /** The media that it meets, by path. */
  held: ReadonlyMap<string, HeldMedium>
}

/** What the intake works with. */
export interface IntakeTools extends Destination {
  /** Makes a new project and opens it; says whether that worked. */
  create: (name: string, files: SourceFile[], settings: Partial<Settings>) => Promise<boolean>
  /** Keeps the project as it is before files are added to it. */
  keepState: () => Promise<void>
  /** Asks what becomes of files that are here with other content. */
  ask: (importConflict: ImportConflict) => void
  /** Shows files of other programs as Markdown; gives what is to come in, or nothing. */
  bring: (offered: OfferedFile[]) => Promise<Converted | undefined>
  /** Takes the notes that Anki has of cards into what the project knows; gives how to take that back. */
  learn: (ledger: Ledger) => Promise<() => void>
  /** Reads rich text of the clipboard as Markdown; nothing where its plain form says as much. */
  readRich: (
    html: string,
    plain: string
  ) => Promise<{ text: string; media: NewMedium[] } | undefined>
  /** Shows what the cards of an earlier export would be for the project. */
  openEarlier: (name: string, file: Blob) => Promise<void>
  /** Shows what is in a backup. */
  openBackup: (name: string, file: Blob) => Promise<void>
  /** Takes what a model answered to the cards. */
  openReport: (name: string, file: Blob) => Promise<void>
  /** Asks a language model the cards. */
  openModel: (name: string, file: Blob) => Promise<void>
  /** Counts tokens as a model does. */
  openTokenizer: (name: string, file: Blob) => Promise<void>
  /**
   * Texts have come in, some in place of those that stood under their paths; `wasShown`: from another
   * program, after they were shown.
   */
  came: (files: SourceFile[], before: SourceFile[], wasShown: boolean) => Promise<void>
}

/** Takes files and text into the open project; what cannot be taken is named, the rest goes on. */
export class Intake {
  readonly #tools: IntakeTools
  #turn: Promise<unknown> = Promise.resolve()
  /** The example that files were dropped on last, and the project that they began. */
  #begun: { example: ProjectMark; project: ProjectMark } | undefined

  constructor(tools: IntakeTools) {
    this.#tools = tools
  }

  /** Reads what was dropped or picked. */
  takeFiles(offered: OfferedFile[]): Promise<void> {
    return this.#inTurn((mark) => this.#takeFiles(offered, mark))
  }

  /** Makes a new file of pasted text, named from its first heading; rich text as Markdown. */
  async takeText(plain: string, html = ''): Promise<void> {
    const rich = html === '' ? undefined : await this.#tools.readRich(html, plain)
    const text = rich?.text ?? plain
    if (!text.trim()) return
    if (text.length >= sizeLimit) {
      this.#tools.notices.warn(
        'The pasted text is too long: a file must stay below 20 MB. Split it.'
      )
      return
    }
    await this.#inTurn((mark) => {
      const { project } = this.#tools
      const path = freeName(pathForText(text), project.sample ? [] : project.paths)
      const files = [{ path, text: withPlainLines(text) }]
      return this.#add({ files, media: rich?.media ?? [], loose: new Set() }, mark)
    })
  }

  /** One after the other: what comes later may meet what is on its way, or wait for an answer. */
  #inTurn(work: (mark: ProjectMark) => Promise<void>): Promise<void> {
    const mark = markOf(this.#tools.project)
    const turn = this.#turn.then(() => {
      const begun = this.#begun
      return work(begun?.example.opened === mark.opened ? begun.project : mark)
    })
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  async #takeFiles(offered: OfferedFile[], mark: ProjectMark): Promise<void> {
    const { openBackup, openEarlier, openReport, openModel, openTokenizer, notices } = this.#tools
    const named = offered.map((one) => (one.isNew ? this.#withFreeName(one) : one))
    const read = await readOffered(named, notices)
    const { files, media, earlier, backups, reports, models, tokenizers, refused, wanted } = read
    const [first, ...others] = [
      ...backups.map((one) => ({ ...one, open: openBackup })),
      ...earlier.map((one) => ({ ...one, open: openEarlier })),
      ...reports.map((one) => ({ ...one, open: openReport })),
      ...models.map((one) => ({ ...one, open: openModel })),
      ...tokenizers.map((one) => ({ ...one, open: openTokenizer }))
    ]
    for (const { path } of others) refused.push(`${path} is to be looked at first: add it alone.`)
    this.#reportRefused(refused, wanted, read.unnamed)
    let ledger: Ledger | undefined
    const isAllForeign = files.length + media.length === 0
    if (read.foreign.length > 0) {
      const converted = await this.#tools.bring(read.foreign)
      ledger = converted?.ledger
      for (const one of converted?.files ?? []) files.push(one)
      for (const one of converted?.media ?? []) media.push(one)
    }
    if (files.length + media.length > 0) {
      const loose = named.filter(({ inFolder, isNew }) => !inFolder && !isNew)
      const names = new Set(loose.map(({ path }) => plainPath(path)))
      const sources = named.length > 1 && isAllForeign ? read.foreign.slice(0, 1) : named
      const from = sources.length === 1 ? sources[0]?.path : undefined
      const { vault, aside } = read
      const arriving = { files, media, ledger, loose: names, from, vault, aside }
      await this.#add({ ...arriving, wasShown: isAllForeign }, mark)
    }
    // Only now: the Markdown of its cards may have come with it.
    if (first) await first.open(first.path, first.file)
    else if (files.length + media.length + refused.length + read.foreign.length === 0) {
      notices.warn('There is no Markdown, text, picture or sound in what you added.')
    }
  }

  #withFreeName(one: OfferedFile): OfferedFile {
    return { ...one, path: freeName(one.path, this.#tools.project.mediaPaths) }
  }

  #reportRefused(sentences: string[], of: number, unnamed: number): void {
    const { notices } = this.#tools
    const all = sentences.length + unnamed
    const [first] = sentences
    if (first !== undefined && all === 1) notices.warn(first)
    else if (all > 1) {
      const named = sentences.slice(0, mostNamed)
      const others = all - named.length
      if (others > 0) named.push(plural(others, ['and {count} more', 'and {count} more']))
      notices.warn(`${all} of ${of} files were not added.`, named)
    }
  }

  async #add(arriving: Arriving, mark: ProjectMark): Promise<void> {
    const { project, keepState } = this.#tools
    // The example is for looking at: somebody's own files begin a project of their own.
    if (project.sample && isOpen(project, mark)) return this.#begin(arriving)
    let choice: ConflictChoice = 'leave'
    let asked = new Set<string>()
    for (;;) {
      await keepState()
      const met = await this.#meet(arriving)
      if (!isOpen(project, mark)) {
        this.#turnAway(arriving, mark)
        return
      }
      const olds = [...met.texts.conflicts, ...met.media.conflicts].map(({ old }) => old)
      // Another tab may have put in something new since it was asked.
      if (olds.every((old) => asked.has(old))) {
        await this.#put(met, choice, arriving)
        return
      }
      asked = new Set(olds)
      choice = await this.#ask(met, mark)
    }
  }

  async #begin({
    files,
    media,
    ledger,
    from,
    wasShown,
    aside,
    vault = {}
  }: Arriving): Promise<void> {
    const { project, create } = this.#tools
    const example = markOf(project)
    const renamed: Renamed[] = []
    const texts = withFreeNames(files, renamed)
    const pictures = withFreeNames(media, renamed)
    const begun = texts.length > 0 ? texts : [{ path: 'untitled.md', text: '' }]
    const name = projectName([...texts, ...pictures], from)
    if (!(await create(name, begun, vault))) return
    this.#begun = { example, project: markOf(project) }
    if (pictures.length > 0) this.#tools.media.put(pictures)
    if (ledger) await this.#tools.learn(ledger)
    const added = plural(
      texts.length + media.length,
      ['{what} was added to a new project, {name}.', '{what} were added to a new project, {name}.'],
      { what: count(texts.length, media.length), name: project.name }
    )
    const sentences = [renamedSentence(renamed), asideSentence(aside)]
    this.#say(oneSummary(added, ...sentences, vault.lineBreaks && worded(vaultSentence)), aside, [])
    void this.#tools.came(texts, [], wasShown ?? false)
  }

  /** Another project was opened since these came: it is not theirs. */
  #turnAway({ files, media }: Arriving, { name }: ProjectMark): void {
    const sentence = plural(
      files.length + media.length,
      [
        '{what} was not added, because {name} is not open any more. Open it and add them again.',
        '{what} were not added, because {name} is not open any more. Open it and add them again.'
      ],
      { what: count(files.length, media.length), name }
    )
    this.#tools.notices.warn(sentence)
  }

  async #meet({ files, media, loose }: Arriving): Promise<Met> {
    const { project } = this.#tools
    const held = new Map<string, HeldMedium>()
    const metMedia = await sortArrivals(media, project.mediaPaths, loose, async (medium, path) => {
      const [old] = await this.#tools.media.inHand(new Set([path]))
      if (old) held.set(path, old)
      return compareMedia(medium, old)
    })
    const metTexts = await sortArrivals(files, project.paths, loose, ({ text }, path) =>
      project.text(path) === text ? 'same' : 'other'
    )
    return { texts: metTexts, media: metMedia, held }
  }

  #ask({ texts, media }: Met, mark: ProjectMark): Promise<ConflictChoice> {
    const { project, ask } = this.#tools
    const changes = texts.conflicts.map(({ old, file }) => {
      return { path: old, kind: 'changed' as const, before: project.text(old), after: file.text }
    })
    return new Promise((answer) => {
      ask({
        project: mark,
        texts: changes,
        media: media.conflicts.map(({ old }) => old),
        others: texts.fresh.length + media.fresh.length,
        answer
      })
    })
  }

  async #put(
    { texts, media, held }: Met,
    choice: ConflictChoice,
    { ledger, wasShown, vault, aside }: Arriving
  ): Promise<void> {
    const { project } = this.#tools
    const files = settleArrivals(texts, project.paths, choice)
    const pictures = settleArrivals(media, project.mediaPaths, choice)
    // Left beside them, the page's own empty file would be a chapter of what is exported.
    const blank = texts.fresh.length > 0 && texts.conflicts.length === 0 ? this.#blank() : []
    const before = files
      .filter(({ path }) => project.has(path))
      .map(({ path }) => ({ path, text: project.text(path) }))
    const takeBack = applyImport(this.#tools, { texts: files, media: pictures, held, blank })
    const taken = [...files, ...pictures]
    const arrivals = {
      fresh: [...texts.fresh, ...media.fresh],
      conflicts: [...texts.conflicts, ...media.conflicts],
      same: texts.same + media.same,
      renamed: [...texts.renamed, ...media.renamed]
    }
    const forget = ledger && taken.length > 0 ? await this.#tools.learn(ledger) : undefined
    const { lineBreaks } = project.settings
    const isKept = blank.length > 0 && vault?.lineBreaks === true && !lineBreaks
    if (isKept) project.configure({ lineBreaks: true })
    const run = () => {
      takeBack()
      forget?.()
      if (isKept) project.configure({ lineBreaks })
    }
    const undo = taken.length > 0 ? [{ label: 'Undo', run }] : []
    const result = resultSentence({ arrivals, choice, taken, media: pictures.length })
    const sentences = [renamedSentence(arrivals.renamed), asideSentence(aside)]
    this.#say(oneSummary(result, ...sentences, isKept && worded(vaultSentence)), aside, undo)
    if (files.length > 0) void this.#tools.came(files, before, wasShown ?? false)
  }

  /** What was left aside is to be read: such a message stays. */
  #say(summary: string, aside: string[] | undefined, actions: NoticeAction[]): void {
    const { notices } = this.#tools
    if (aside && aside.length > 0) notices.offer(summary, actions)
    else notices.tell(summary, actions)
  }

  /** The empty file that a new project begins with, while nothing else is in the project. */
  #blank(): SourceFile[] {
    const { files } = this.#tools.project
    const isBlank = files.length === 1 && files[0]?.path === 'untitled.md'
    return isBlank && files[0]?.text.trim() === '' ? files : []
  }
}

/** The files under names that differ; those that got another one are put into `renamed`. */
function withFreeNames<File extends { path: string }>(files: File[], renamed: Renamed[]): File[] {
  const taken = new Set<string>()
  return files.map((file) => {
    const path = freeName(file.path, taken, pathOnDisk)
    taken.add(pathOnDisk(path))
    if (path !== file.path) renamed.push({ from: file.path, to: path })
    return { ...file, path }
  })
}

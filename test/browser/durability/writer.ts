import { expect, type Locator, type Page } from 'playwright/test'
import type { Random } from '../../bench/random.ts'
import { Desk } from '../desk.ts'

/** All words: round, writer, number. Never one within another, whatever stands before it. */
export const wordPattern = /r\d+[ab]n\d+\./g

/** What one does at a desk, and how often. */
const doings = [
  [8, 'type'],
  [4, 'paste'],
  [3, 'drop'],
  [4, 'switch file'],
  [1, 'switch project'],
  [1, 'new project'],
  [1, 'export']
] as const
type Doing = (typeof doings)[number][1]

/** One of two people who write in one browser, each in a tab of their own, without a rest. */
export class Writer {
  /** What the page was given, and when it had it, in milliseconds since 1970. */
  readonly words: { text: string; at: number }[] = []
  /** What was done when, for whoever looks into a loss. */
  readonly journal: { doing: string; at: number }[] = []
  readonly #name: string
  readonly #desk: Desk
  readonly #random: Random
  readonly #done: Map<string, number>
  #given = 0

  /** `name` begins each of the words, as `wordPattern` has it; `done` counts what was done. */
  constructor(page: Page, name: string, random: Random, done: Map<string, number>) {
    this.#desk = new Desk(page)
    this.#name = name
    this.#random = random
    this.#done = done
  }

  /** Goes on until the browser is gone; what fails before `isOver` says so is thrown. */
  async work(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const doing = this.#random.weighted(doings)
      this.journal.push({ doing, at: Date.now() })
      try {
        await this.#do(doing)
        this.#done.set(doing, (this.#done.get(doing) ?? 0) + 1)
      } catch (error) {
        if (isOver()) return
        throw new Error(`While ${this.#name} did this: ${doing}`, { cause: error })
      }
    }
  }

  async #do(doing: Doing): Promise<void> {
    if (doing === 'type') await this.#type()
    else if (doing === 'paste') await this.#paste()
    else if (doing === 'drop') await this.#drop()
    else if (doing === 'switch file') await this.#switchFile()
    else if (doing === 'switch project') await this.#switchProject()
    else if (doing === 'new project') await this.#newProject()
    else await this.#export()
  }

  async #type(): Promise<void> {
    await this.#toTheEnd()
    for (let count = this.#random.between(1, 6); count > 0; count--) {
      const text = this.#nextWord()
      await this.#desk.page.keyboard.type('and ')
      // At once: a word that another tab's text comes between would be parted.
      await this.#desk.page.keyboard.insertText(`${text} `)
      this.#note(text)
    }
  }

  async #paste(): Promise<void> {
    await this.#toTheEnd()
    const texts = Array.from({ length: this.#random.between(1, 40) }, () => this.#nextWord())
    await this.#desk.paste(`\n\n${texts.join(' ')} `)
    for (const text of texts) this.#note(text)
  }

  async #drop(): Promise<void> {
    const text = this.#nextWord()
    const name = `${text}md`
    // What is typed into a long text is stored apart from it.
    const more = this.#random.between(0, 2) === 0 ? 'A line of many.\n'.repeat(8000) : ''
    const begin = `# ${text}\n\n[/Q]Why?[Q/] [/A]So.[A/]\n\n`
    await this.#desk.dropTexts([{ name, text: begin + more }])
    // What is dropped is read first; then it is open.
    await this.#desk.editor.filter({ hasText: text }).waitFor()
    this.#note(text)
  }

  async #switchFile(): Promise<void> {
    const files = this.#desk.page.getByRole('region', { name: 'Files' }).getByTitle(/\.md$/)
    const count = await files.count()
    if (count > 0) await files.nth(this.#random.between(0, count - 1)).click()
  }

  async #switchProject(): Promise<void> {
    const list = await this.#openProjects()
    const others = list.getByRole('button', { name: / changed / }).filter({ hasNotText: '· open' })
    const count = await others.count()
    if (count === 0) await this.#desk.page.keyboard.press('Escape')
    else await this.#leaveFor(others.nth(this.#random.between(0, count - 1)))
    await list.waitFor({ state: 'hidden' })
  }

  async #newProject(): Promise<void> {
    const list = await this.#openProjects()
    await this.#leaveFor(list.getByRole('button', { name: 'New project' }))
    await list.waitFor({ state: 'hidden' })
  }

  /** The project before stays in sight, and is written to, until the other has been read. */
  async #leaveFor(button: Locator): Promise<void> {
    const before = (await this.#project.textContent()) ?? ''
    await button.click()
    await expect(this.#project).not.toHaveText(before)
  }

  async #openProjects(): Promise<Locator> {
    await this.#project.click()
    const list = this.#desk.page.getByRole('dialog')
    await list.waitFor()
    return list
  }

  get #project(): Locator {
    return this.#desk.page.getByTitle('Projects in this browser')
  }

  async #export(): Promise<void> {
    await this.#desk.showExport('anki', 'anki-text')
    const button = this.#desk.page.getByTestId('download-anki-text')
    const refusal = this.#desk.page.getByText('There is no card to export.')
    // What a file holds is said once it was looked at.
    await button
      .getByText(/\d cards?,/)
      .or(refusal)
      .waitFor()
    if (!(await refusal.isVisible())) await button.click()
    await this.#desk.page.keyboard.press('Escape')
    await this.#desk.page.getByRole('dialog').waitFor({ state: 'hidden' })
  }

  async #toTheEnd(): Promise<void> {
    await this.#desk.editor.focus()
    await this.#desk.page.keyboard.press('Control+End')
  }

  #nextWord(): string {
    this.#given += 1
    return `${this.#name}n${String(this.#given)}.`
  }

  #note(text: string): void {
    this.words.push({ text, at: Date.now() })
  }
}

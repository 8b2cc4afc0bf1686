import type { Intake } from './intake.ts'
import type { IntakePage } from './open-intake.ts'
import type { OfferedFile } from './offered-file.ts'

/** Where files and text come in; what reads them is loaded when the first ones do. */
export class IntakeDoor {
  readonly #page: IntakePage
  #intake: Promise<Intake> | undefined

  constructor(page: IntakePage) {
    this.#page = page
  }

  /** Takes what was dropped or picked into the open project. */
  async takeFiles(offered: OfferedFile[]): Promise<void> {
    await (await this.#open()).takeFiles(offered)
  }

  /** Makes a new file of pasted text, named from its first heading; rich text as Markdown. */
  async takeText(text: string, html = ''): Promise<void> {
    await (await this.#open()).takeText(text, html)
  }

  #open(): Promise<Intake> {
    this.#intake ??= import('./open-intake.ts').then(({ openIntake }) => openIntake(this.#page))
    return this.#intake
  }
}

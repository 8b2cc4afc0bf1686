import type { Intake, IntakeTools } from './intake.ts'
import type { OfferedFile } from './read-offered.ts'

/** Where files and text come in; what reads them is loaded when the first ones do. */
export class IntakeDoor {
  readonly #tools: IntakeTools
  #intake: Promise<Intake> | undefined

  constructor(tools: IntakeTools) {
    this.#tools = tools
  }

  /** Takes what was dropped or picked into the open project. */
  async takeFiles(offered: OfferedFile[]): Promise<void> {
    await (await this.#open()).takeFiles(offered)
  }

  /** Makes a new file of pasted text, named from its first heading. */
  async takeText(text: string): Promise<void> {
    await (await this.#open()).takeText(text)
  }

  #open(): Promise<Intake> {
    this.#intake ??= import('./intake.ts').then(({ Intake }) => new Intake(this.#tools))
    return this.#intake
  }
}

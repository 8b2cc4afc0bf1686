import * as v from 'valibot'
import { keep, kept } from '../../storage/small-store.ts'
import type { Command } from './command.ts'
import { inOneWord, isBareKey, matchesKeys, type KeyPress } from './keys.ts'

const recentKey = 'laegna.recent-commands'
const bareKey = 'laegna.bare-keys'
const mostRecent = 6

/**
 * All that the app can do now. Each area adds its own:
 *
 *     onMount(() => app.commands.add([{ id: 'write.question', group: 'Write', … }]))
 */
export class Commands {
  /** Ids, the newest first. */
  recent = $state.raw<string[]>(
    kept(recentKey, v.pipe(v.string(), v.parseJson(), v.array(v.string()))) ?? []
  )
  /** Whether keys that are a sign alone, such as ?, are heard: those who dictate may not want it. */
  bareKeys = $state(kept(bareKey, v.literal('off')) === undefined)
  #added = $state.raw<Command[]>([])
  /** What was pressed last before it was there. */
  #awaited: string | undefined

  /**
   * Adds commands and gives back how to take them out; one of the same id takes the other's place.
   * Runs the one that was pressed before it was there.
   */
  add(commands: Command[]): () => void {
    const ids = new Set(commands.map(({ id }) => id))
    this.#added = [...this.#added.filter(({ id }) => !ids.has(id)), ...commands]
    if (this.#awaited !== undefined && ids.has(this.#awaited)) this.press(this.#awaited)
    return () => {
      this.#added = this.#added.filter((command) => !commands.includes(command))
    }
  }

  /** All commands, in the order in which they were added. */
  get all(): Command[] {
    return this.#added
  }

  /** Those that make sense now. */
  get possible(): Command[] {
    return this.#added.filter(({ possible }) => possible?.() ?? true)
  }

  /** Runs a command, or goes to something else that the palette found, and remembers it as recent. */
  run({ id, run }: Pick<Command, 'id' | 'run'>): void {
    this.recent = [id, ...this.recent.filter((other) => other !== id)].slice(0, mostRecent)
    keep(recentKey, JSON.stringify(this.recent))
    run()
  }

  /** Runs the command of an id, as a button does: at once, or as soon as it is there. */
  press(id: string): void {
    const meant = this.#added.find((command) => command.id === id)
    this.#awaited = meant ? undefined : id
    meant?.run()
  }

  /**
   * Runs the command whose key was pressed, of all or of the one that is heard alone; says whether
   * there was one.
   */
  hear(press: KeyPress, isTyping: boolean, alone?: string): boolean {
    const meant = this.possible.find(
      ({ id, keys, local }) =>
        keys !== undefined &&
        !local &&
        (alone ?? id) === id &&
        !(isBareKey(keys) && (isTyping || !this.bareKeys)) &&
        matchesKeys(press, keys)
    )
    if (meant) meant.run()
    return meant !== undefined
  }

  /** A name with the key of a command behind it: `Help (?)`. */
  withKeys(name: string, id: string): string {
    const keys = this.#added.find((command) => command.id === id)?.keys
    return keys === undefined ? name : `${name} (${inOneWord(keys)})`
  }

  hearBareKeys(heard: boolean): void {
    this.bareKeys = heard
    keep(bareKey, heard ? 'on' : 'off')
  }
}

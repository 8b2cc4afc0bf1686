/** Sentences that the core says, in the language of the page: their forms, by the English ones. */
const sayings = new Map<string, readonly string[]>()

/** Takes the sentences of a catalogue; the page does so before it begins. */
export function takeSayings(said: Readonly<Record<string, readonly string[]>>): void {
  for (const [key, forms] of Object.entries(said)) sayings.set(key, forms)
}

/** The forms of a sentence; undefined where it is not translated. */
export function formsOf(
  template: string,
  plural: string | undefined
): readonly string[] | undefined {
  return sayings.get(plural === undefined ? template : `${template}\n${plural}`)
}

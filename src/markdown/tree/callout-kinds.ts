/** The kinds of callouts that look different; what notes call otherwise is one of them. */
export type CalloutKind =
  | 'note'
  | 'abstract'
  | 'info'
  | 'todo'
  | 'tip'
  | 'success'
  | 'question'
  | 'warning'
  | 'failure'
  | 'danger'
  | 'bug'
  | 'example'
  | 'quote'

/** By each kind, what Obsidian and GitHub call it as well. */
const otherNames: Record<CalloutKind, string[]> = {
  note: [],
  abstract: ['summary', 'tldr'],
  info: [],
  todo: [],
  tip: ['hint', 'important'],
  success: ['check', 'done'],
  question: ['help', 'faq'],
  warning: ['caution', 'attention'],
  failure: ['fail', 'missing'],
  danger: ['error'],
  bug: [],
  example: [],
  quote: ['cite']
}
const kinds = new Map(
  (Object.keys(otherNames) as CalloutKind[]).flatMap((kind) =>
    [kind, ...otherNames[kind]].map((name) => [name, kind] as const)
  )
)

/** Classes that a callout may have, one for each kind. */
export const calloutClasses = Object.keys(otherNames).map((kind) => `callout-${kind}`)

/** The kind that a word names, in whatever letters; one that nobody knows is a note. */
export function calloutKind(word: string): CalloutKind {
  return kinds.get(word.toLowerCase()) ?? 'note'
}

import type { Entry } from '../items/item.ts'

/** A record that was left out. */
export interface PoorItem {
  id: string
  /** Name of the rule. */
  rule: string
  path: string
  line: number
  /** Its first words, to show it. */
  text: string
}

const SHOWN = 120

/** An item as it is listed when a rule leaves it out. */
export function poorItem({ item, path }: Entry, rule: string): PoorItem {
  const text = item.content.slice(0, SHOWN)
  return { id: item.id, rule, path, line: item.start_line, text }
}

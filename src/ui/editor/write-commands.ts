import type { App } from '../../state/app.svelte.ts'
import type { Command } from '../../state/commands/command.ts'
import type { ReaderKind } from './late/toggle-reader.ts'
import type { PairKind } from './late/wrap-as.ts'
import { writeKeys } from './write-keys.ts'
import type { Writer } from './writer.ts'

/** What can be done to the text, from the palette, by key and from the toolbar. */
export function writeCommands(writer: Writer, { project }: App): Command[] {
  const possible = () => project.openPath !== undefined
  const wrap = (kind: PairKind, label: string): Command => ({
    id: `write.${kind}`,
    group: 'Write',
    label,
    words: 'tag wrap around',
    keys: writeKeys[`write.${kind}`],
    local: true,
    possible,
    run: () => writer.wrapAs(kind)
  })
  const toggle = (kind: ReaderKind, label: string): Command => ({
    id: `write.${kind}`,
    group: 'Write',
    label,
    words: 'reader tag capture BLOCKREAD CHAPTREEREAD training item',
    keys: writeKeys[`write.${kind}`],
    local: true,
    possible,
    run: () => writer.toggleReader(kind)
  })
  return [
    wrap('question', 'Make the selection a question'),
    wrap('answer', 'Make the selection an answer'),
    wrap('topic', 'Make the selection a topic'),
    {
      id: 'write.card',
      group: 'Write',
      label: 'Write a card',
      words: 'question answer insert new flashcard',
      keys: writeKeys['write.card'],
      local: true,
      possible,
      run: () => writer.addCard()
    },
    toggle('block-reader', 'Put the blocks of this chapter into the dataset, or take them out'),
    toggle('chapter-reader', 'Put this chapter into the dataset as a whole, or take it out')
  ]
}

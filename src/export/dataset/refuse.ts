import { say, type Said } from '../../say/say.ts'
import { ExportError, type ExportInput } from '../contract.ts'
import type { DatasetItem, Entry } from './items/item.ts'
import { textOf } from './items/items.ts'
import type { Sections } from './items/sections.ts'

/** Throws where so little was captured that nothing can be trained on and checked with. */
export function refuseTooFew(
  captured: number,
  kept: Entry[],
  sections: Sections,
  input: ExportInput
): void {
  if (captured === 0) {
    throw new ExportError(
      say(
        'Nothing goes into the dataset yet, so there is nothing to train on. In the settings let everything go into it, or put [/BLOCKREAD/], [/CHAPTREEREAD/] or question and answer tags into the text.'
      )
    )
  }
  const [only] = kept
  if (kept.length > 1 || (only && hasChaptersBelow(only, sections))) return
  const others = captured > kept.length ? captured : undefined
  const refusal = only
    ? tooFew(only.item, others)
    : say(
        'All that goes into the dataset is blank, so there is nothing to train on. Write a question with its answer.'
      )
  throw new ExportError(withOtherWay(refusal, input))
}

function withOtherWay(refusal: Said, { settings, compilation }: ExportInput): Said {
  if (settings?.capture === 'all') return say('{refusal} Or write one more paragraph.', { refusal })
  // Below headings there is mostly text that no tag asked for.
  return compilation.files.some(({ tree }) => tree.some(({ id }) => id !== '0'))
    ? say('{refusal} Or let everything go into the dataset, in the settings of the project.', {
        refusal
      })
    : refusal
}

/** Words of an item that are shown. */
const SHOWN = 60

function tooFew(item: DatasetItem, captured: number | undefined): Said {
  const text = (item.question || textOf(item)).trim()
  const words = text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text
  return captured === undefined
    ? say(
        'Only “{words}” can be trained on, and a dataset needs two: one to learn from and one to check with. Write one more question with its answer.',
        { words }
      )
    : say(
        'Only “{words}” can be trained on (of {captured} items, the others repeat it, are blank or teach nothing), and a dataset needs two: one to learn from and one to check with. Write one more question with its answer.',
        { words, captured }
      )
}

/** A chapter captured whole can be parted, so it is enough. */
function hasChaptersBelow({ item, path }: Entry, sections: Sections): boolean {
  return item.kind === 'chapter' && sections.region(path, item.chapter_id).length > 1
}

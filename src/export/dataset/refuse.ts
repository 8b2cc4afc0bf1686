import { say, type Said } from '../../say/say.ts'
import { ExportError } from '../contract.ts'
import type { Entry } from './items/item.ts'
import type { Sections } from './items/sections.ts'

/** Throws where so little was captured that nothing can be trained on and checked with. */
export function refuseTooFew(captured: number, kept: Entry[], sections: Sections): void {
  if (captured === 0) {
    throw new ExportError(
      say(
        'Nothing goes into the dataset yet, so there is nothing to train on. In the settings let everything go into it, or put [/BLOCKREAD/], [/CHAPTREEREAD/] or question and answer tags into the text.'
      )
    )
  }
  const [only] = kept
  if (kept.length > 1 || (only && hasChaptersBelow(only, sections))) return
  throw new ExportError(tooFew(only !== undefined, captured > kept.length ? captured : undefined))
}

function tooFew(isOne: boolean, captured: number | undefined): Said {
  if (captured === undefined) {
    return isOne
      ? say(
          'Only one item can be trained on, and a dataset needs two: one to learn from and one to check with. Add one more block, chapter or question.'
        )
      : say(
          'Only blank items can be trained on, and a dataset needs two: one to learn from and one to check with. Add one more block, chapter or question.'
        )
  }
  return isOne
    ? say(
        'Only one item can be trained on (of {captured}, the others repeat it, are blank or teach nothing), and a dataset needs two: one to learn from and one to check with. Add one more block, chapter or question.',
        { captured }
      )
    : say(
        'Only blank items can be trained on (of {captured}, the others repeat it, are blank or teach nothing), and a dataset needs two: one to learn from and one to check with. Add one more block, chapter or question.',
        { captured }
      )
}

/** A chapter captured whole can be parted, so it is enough. */
function hasChaptersBelow({ item, path }: Entry, sections: Sections): boolean {
  return item.kind === 'chapter' && sections.region(path, item.chapter_id).length > 1
}

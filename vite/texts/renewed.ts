import PO from 'pofile'
import type { Language } from '../../src/language/languages.ts'
import { keyOf, type Text } from './text.ts'

type Item = InstanceType<typeof PO.Item>

/** A catalogue with the texts of now: what was translated stays, in the order of the texts. */
export function renewed(
  old: PO | undefined,
  texts: Text[],
  { code, forms }: Language
): { catalogue: PO; added: number; gone: number; open: number } {
  const known = new Map((old?.items ?? []).map((item) => [itemKey(item), item]))
  const catalogue = new PO()
  catalogue.headers = {
    Language: code,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit'
  }
  catalogue.items = texts.map((text) => asItem(text, known.get(keyOf(text)), forms.length))
  const kept = texts.filter((text) => known.has(keyOf(text))).length
  return {
    catalogue,
    added: texts.length - kept,
    gone: known.size - kept,
    open: catalogue.items.filter(({ msgstr }) => msgstr.some((form) => form === '')).length
  }
}

/** What an entry is known by. */
export function itemKey({ msgid, msgid_plural: plural }: Item): string {
  return keyOf({ id: msgid, plural: plural ?? undefined })
}

function asItem({ id, plural, values, files }: Text, known: Item | undefined, forms: number): Item {
  const count = plural === undefined ? 1 : forms
  const item = new PO.Item()
  item.msgid = id
  if (plural !== undefined) item.msgid_plural = plural
  item.msgstr = Array.from({ length: count }, (_, at) => known?.msgstr[at] ?? '')
  item.comments = known?.comments ?? []
  item.extractedComments = values
  item.references = files
  return item
}

import { expect, test } from 'vitest'
import { languages } from '../../src/language/languages.ts'
import { allTexts } from '../../vite/texts/all-texts.ts'
import { readCatalogue, wordings } from '../../vite/texts/catalogues.ts'
import { keyOf } from '../../vite/texts/text.ts'

const texts = await allTexts()
const translated = languages.slice(1)

/** Places and elements of a text, sorted: `{0}`, `<1>`, `</1>`, `<2/>`. */
const places = (text: string) => (text.match(/\{\w+\}|<\/?\d+\/?>/g) ?? []).sort()

test.each(translated)('what $name says has the places of the English', ({ code, forms }) => {
  const said = wordings(readCatalogue(code))
  for (const text of texts) {
    const own = said.get(keyOf(text))
    if (!own) continue
    if (text.plural === undefined) {
      expect(places(own[0] ?? ''), text.id).toEqual(places(text.id))
    } else {
      expect(own, text.id).toHaveLength(forms.length)
      const english = text.plural
      for (const form of own.slice(-1)) expect(places(form), text.id).toEqual(places(english))
    }
  }
})

test.each(translated.filter(({ unfinished }) => !unfinished))(
  'what the page can say $name says, too',
  ({ code }) => {
    const said = wordings(readCatalogue(code))
    const missing = texts.filter((text) => !said.has(keyOf(text))).map(({ id }) => id)
    expect(missing, 'Run `npm run messages` and fill in what is empty.').toEqual([])
  }
)

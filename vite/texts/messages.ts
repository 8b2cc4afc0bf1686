import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { languages } from '../../src/language/languages.ts'
import { catalogueFile, readCatalogue } from './catalogues.ts'
import { allTexts } from './all-texts.ts'
import { renewed } from './renewed.ts'

/*
 * `npm run messages` writes the texts of the page into the catalogues: new ones come in without a
 * translation, those that are gone go out. `-- --language de` does so for one.
 */

const only = process.argv[process.argv.indexOf('--language') + 1]
const texts = await allTexts()
for (const language of languages.slice(1)) {
  if (process.argv.includes('--language') && language.code !== only) continue
  const file = catalogueFile(language.code)
  const { catalogue, added, gone, open } = renewed(readCatalogue(language.code), texts, language)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${catalogue.toString().trimEnd()}\n`)
  const toDo = open > 0 ? `, empty in ${relative(process.cwd(), file)}` : ''
  process.stdout.write(
    `${language.code}: ${texts.length} texts, ${added} new, ${gone} gone, ${open} without a translation${toDo}\n`
  )
}

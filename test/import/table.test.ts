import { describe, expect, test } from 'vitest'
import { importFile } from '../../src/import/import-file.ts'
import type { ImportAnswers, Imported } from '../../src/import/importer.ts'
import { inEnglish } from '../../src/say/say.ts'

function convert(
  content: BlobPart,
  answers: ImportAnswers = {},
  path = 'words.csv'
): Promise<Imported> {
  return importFile({ path, blob: new Blob([content]) }, answers, () => undefined)
}

async function textOf(content: BlobPart, answers: ImportAnswers = {}): Promise<string> {
  return (await convert(content, answers)).files[0]?.text ?? ''
}

const twoCards = '[/Q]uno[Q/]\n[/A]one[A/]\n\n[/Q]dos[Q/]\n[/A]two[A/]\n'

describe('a table', () => {
  test.each([
    ['commas', 'uno,one\ndos,two\n'],
    ['semicolons', 'uno;one\r\ndos;two\r\n'],
    ['tabs and quotes', '"uno"\t"one"\ndos\ttwo'],
    ['a mark of its encoding', '\ufeffuno,one\n\ndos,two'],
    ['a line that names its sign', 'sep=;\nuno;one\ndos;two']
  ])('with %s gives a card for each row', async (_, table) => {
    expect(await textOf(table)).toBe(twoCards)
  })

  test.each([
    ['uno,"one\ndos,two\ntres,three\n', 1],
    ['sep=;\nuno;one\r\n"dos;two\r\ntres;three', 3],
    ['"front,back\nWhat is "this,that\na,b\n', 1]
  ])('with a quotation mark that is never closed is refused: %j', async (table, line) => {
    await expect(convert(table)).rejects.toThrow(
      `words.csv has a quotation mark in line ${line} that is never closed. Close it,`
    )
  })

  test('with quotation marks in the text of a cell is read', async () => {
    expect(await textOf('disk,5" wide\nsaid,"He said ""no""."\n')).toContain(
      '[/A]5" wide[A/]\n\n[/Q]said[Q/]\n[/A]He said "no".[A/]'
    )
  })

  test('in UTF-16 and in Windows-1252 is read', async () => {
    const units = Uint16Array.from('\ufeffaño,year', (char) => char.charCodeAt(0))
    expect(await textOf(units)).toContain('[/Q]año[Q/]')
    const bytes = Uint8Array.from('a\u00f1o,year', (char) => char.charCodeAt(0))
    expect(await textOf(bytes)).toContain('[/Q]año[Q/]')
  })

  test('asks for its heading and its columns, guessed by their names', async () => {
    const table = 'Tags,Back,Front\nverbs,to be,ser\nnouns,house,casa\n'
    const { files, questions } = await convert(table)
    expect(questions.map(({ id, value }) => [id, value])).toEqual([
      ['head', 'yes'],
      ['question', '2'],
      ['answer', '1'],
      ['tags', '0']
    ])
    expect(files).toEqual([
      {
        path: 'words verbs.md',
        text: '---\ntags:\n  - verbs\n---\n\n[/Q]ser[Q/]\n[/A]to be[A/]\n'
      },
      {
        path: 'words nouns.md',
        text: '---\ntags:\n  - nouns\n---\n\n[/Q]casa[Q/]\n[/A]house[A/]\n'
      }
    ])
    const answers = { head: 'no', question: '1', answer: '2', tags: '-1' }
    expect(await textOf(table, answers)).toMatch(/^\[\/Q\]Back\[Q\/\]\n\[\/A\]Front\[A\/\]/)
  })

  test('has text in its cells, in lines too, and the HTML of other programs', async () => {
    expect(await textOf('2*3*4 and [/A],"one\ntwo"\n')).toBe(
      '[/Q]2\\*3\\*4 and \\[/A][Q/]\n\n[/A]\n\none\\\ntwo\n\n[A/]\n'
    )
    expect(await textOf('el <b>ser</b>,a<br>b\n')).toBe(
      '[/Q]el **ser**[Q/]\n\n[/A]\n\na\\\nb\n\n[A/]\n'
    )
  })

  test('says which rows make no card', async () => {
    const { notes } = await convert('uno,one\ndos,\n,three\n')
    expect(notes.map(inEnglish)).toEqual([
      '2 rows were left out: the cell of the question or the answer is empty.'
    ])
  })

  test('of 50,000 rows comes in files that the page can show', async () => {
    const { files } = await convert(
      Array.from({ length: 50_000 }, (_, at) => `q${at},a${at}`).join('\n')
    )
    expect(files.map(({ path }) => path).slice(0, 2)).toEqual(['words 1.md', 'words 2.md'])
    expect(files.length).toBe(10)
  })

  test('of one column, or that is none, is refused', async () => {
    await expect(convert('one\ntwo\n')).rejects.toThrow('words.csv has one column')
    await expect(convert('PK\u0003\u0004 a')).rejects.toThrow('words.csv is no table of text')
    await expect(convert('\n \n')).rejects.toThrow('words.csv holds no cell')
  })
})

import { writeFileSync } from 'node:fs'
import { expect, test, type TestInfo } from 'playwright/test'
import { packed, repeat, zeros, zipOf } from '../hostile/zips.ts'
import { Desk } from './desk.ts'

/** Writes a zip to the disk, and gives its path. */
function disk(info: TestInfo, bytes: Uint8Array): string {
  const path = info.outputPath('hostile.zip')
  writeFileSync(path, bytes)
  return path
}

const good: [string, ReturnType<typeof packed>] = ['good.md', packed('# Good\n')]

test.describe('a zip', () => {
  test.skip(({ browserName }) => browserName === 'firefox', 'Its protocol drops no files.')

  const refused: [what: string, bytes: () => Uint8Array, words: string][] = [
    [
      'of 60 texts of 19 MB',
      () => zipOf(repeat(60, (at) => [`${at}.md`, zeros(19e6)])),
      'hostile.zip was not unpacked: its texts are larger than 200 MB.'
    ],
    [
      'of 49,000 texts',
      () => zipOf(repeat(49_000, (at) => [`${at}.md`, packed('# A\n')])),
      'hostile.zip was not unpacked: it holds more than 10,000 texts.'
    ],
    [
      'of 130 files on one body',
      () =>
        zipOf(
          repeat(130, (at) => [`${at}.md`, zeros(15e6)]),
          { shared: true }
        ),
      'hostile.zip was not unpacked: files in it share the same bytes'
    ],
    [
      'of pictures that grow a thousandfold',
      () => zipOf(repeat(3, (at) => [`${at}.png`, zeros(60e6)])),
      'hostile.zip was not unpacked: it unpacks to more than 100 times its size'
    ]
  ]
  for (const [what, bytes, words] of refused) {
    test(`${what} is not unpacked, and the page goes on`, async ({ page }, info) => {
      const desk = new Desk(page)
      await desk.open()
      await desk.drop([disk(info, bytes())])
      await expect(desk.messages).toContainText(words)
      await desk.editor.fill('# Still here')
      await expect(desk.preview.getByRole('heading', { name: 'Still here' })).toBeVisible()
    })
  }

  test('gives what is good in it, and names the rest, each once', async ({ page }, info) => {
    const desk = new Desk(page)
    await desk.open()
    const bytes = zipOf([
      good,
      ['..\\..\\x.md', packed('# X\n')],
      ['inner.zip', packed('PK')],
      ['large.md', zeros(25e6)],
      ['small.md', { ...zeros(25e6), size: 10 }]
    ])
    await desk.drop([disk(info, bytes)])
    await expect(desk.file('good.md')).toBeVisible()
    await expect(desk.messages).toContainText('4 of 5 files were not added.')
    await expect(desk.messages.getByRole('listitem')).toHaveText([
      'In hostile.zip: inner.zip is a zip inside it. Unpack it, and add what is in it.',
      'In hostile.zip: ..\\..\\x.md names a place on a disk, not in a project, and was left out.',
      'In hostile.zip: large.md is larger than 20 MB unpacked, which is too much.',
      'In hostile.zip: small.md is larger than 20 MB unpacked, which is too much.'
    ])
  })

  test('with one file that is left out says that of one', async ({ page }, info) => {
    const desk = new Desk(page)
    await desk.open()
    await desk.drop([disk(info, zipOf([['..\\..\\x.md', packed('# X\n')]]))])
    await expect(desk.messages).toContainText('In hostile.zip: ..\\..\\x.md names a place')
    await expect(desk.messages).not.toContainText('files were not added')
    await expect(desk.messages).not.toContainText('holds no Markdown')
  })

  test('that takes long can be cancelled', async ({ page }, info) => {
    const desk = new Desk(page)
    await desk.open()
    await desk.drop([disk(info, zipOf(repeat(40_000, (at) => [`${at}.png`, packed('# A\n')])))])
    await expect(
      desk.messages.getByRole('progressbar', { name: 'Unpacking hostile.zip' })
    ).toBeVisible()
    await desk.messages.getByRole('button', { name: 'Cancel' }).click()
    await expect(desk.messages).toContainText('hostile.zip was not unpacked: you cancelled it.')
    await expect(desk.file('example.md')).toBeVisible()
  })
})

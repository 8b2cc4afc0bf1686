import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { Desk } from './desk.ts'
import { payloads } from './payloads.ts'

/** Each payload in a paragraph of its own, and in the question and the answer of a card. */
const hostile = payloads.map((payload, at) => {
  const inline = payload.includes('\n') ? '' : payload
  return `# Chapter ${at}\n\n${payload}\n\n[/Q]Question ${at} ${inline}[Q/]\n\n[/A]\n\n${payload}\n\n[A/]\n`
})

test('nothing of what has broken sanitisers before runs in preview or cards', async ({
  page
}, testInfo) => {
  const called: string[] = []
  await page.exposeFunction('hurt', () => called.push('hurt'))
  page.on('dialog', (dialog) => called.push(dialog.message()))
  page.on('pageerror', (error) => called.push(error.message))
  const foreign: string[] = []
  const desk = new Desk(page)
  await desk.open()
  const home = new URL(page.url()).origin
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(home) && !url.startsWith('blob:')) foreign.push(url)
  })

  for (let at = 0; at < hostile.length; at += 12) {
    await desk.editor.fill(`${hostile.slice(at, at + 12).join('\n')}\n\n# Batch ${at} ends\n`)
    await expect(desk.preview).toContainText(`Batch ${at} ends`)
    await desk.preview.evaluate((pane) => {
      for (const element of pane.querySelectorAll('article *')) {
        for (const name of ['click', 'mouseover', 'focus', 'toggle', 'error', 'load']) {
          const isLink =
            element instanceof HTMLAnchorElement &&
            !/^(?:javascript|data|vbscript)/i.test(element.href)
          if (name === 'click' && isLink) continue
          element.dispatchEvent(new Event(name, { cancelable: true }))
        }
      }
    })
    await expect(desk.preview.locator(forbidden)).toHaveCount(0)
    expect(await strangeAttributes(desk)).toEqual([])
  }

  // A file each: what one leaves open does not swallow the next.
  const folder = testInfo.outputPath('hostile')
  mkdirSync(folder)
  const files = hostile.map((_, at) => join(folder, `${at}.md`))
  files.forEach((path, at) => writeFileSync(path, hostile[at] ?? ''))
  await desk.drop(files)
  await expect(desk.count('cards')).toHaveText(/^[4-9]\d cards$/)
  await page.getByRole('button', { name: 'Look through' }).click()
  const sheet = page.getByRole('dialog', { name: /^Cards: / })
  const status = sheet.getByRole('status')
  const total = Number(/of (\d+)/.exec(await status.innerText())?.[1])
  for (let number = 1; number <= total; number++) {
    await expect(status).toHaveText(`Card ${number} of ${total}`)
    await page.keyboard.press('Space')
    await expect(sheet.locator('.card .answer')).toBeAttached()
    await expect(sheet.locator('.card').locator(forbidden)).toHaveCount(0)
    await page.keyboard.press('ArrowRight')
  }

  expect(called).toEqual([])
  expect(foreign).toEqual([])
})

const forbidden =
  'script, style, iframe, object, embed, form, svg, link, meta, base, template, noscript, textarea, select, foreignObject, annotation-xml, maction, mglyph'

/** Attributes that could do something, on any element of the preview. */
function strangeAttributes(desk: Desk): Promise<string[]> {
  return desk.preview.evaluate((pane) =>
    [...pane.querySelectorAll('article *')].flatMap((element) =>
      [...element.attributes]
        .filter(({ name, value }) => {
          if (/^on|^(?:style|srcdoc|formaction|is|xlink:href|action)$/.test(name)) {
            return !(
              name === 'style' &&
              (element instanceof MathMLElement || element.matches('.group'))
            )
          }
          return /^(?:href|src|data)$/.test(name) && /^\s*(?:javascript|data|vbscript)/i.test(value)
        })
        .map(({ name, value }) => `${element.tagName} ${name}=${value}`)
    )
  )
}

import { expect, test, type Page } from 'playwright/test'
import { object, optional, parse, unknown } from 'valibot'
import { Desk } from './desk.ts'

test('a page that the browser closed over an export says so when it is there again', async ({
  page
}) => {
  test.slow()
  const desk = new Desk(page)
  await desk.open()
  await desk.dropCards(4_000)
  await expect(desk.count('cards')).toHaveText('4,000 cards', { timeout: 60_000 })
  await expect(desk.saveStatus).toHaveText('Saved', { timeout: 60_000 })
  await desk.showExport('dataset', 'dataset')
  await page.getByTestId('download-dataset').click({ timeout: 60_000 })
  await page.waitForFunction(() => /"percent"/.test(Object.values(sessionStorage).join()))

  const tab = await tabOf(page)
  const crash = page.waitForEvent('crash')
  void tab('Page.crash').catch(() => undefined)
  await crash
  await tab('Page.reload')
  const seen = async () => {
    const { result } = parse(evaluated, await tab('Runtime.evaluate', { expression: shown }))
    return String(result?.value)
  }
  await expect
    .poll(seen, { timeout: 60_000 })
    .toMatch(/closed the page at \d+ % of the export “Training dataset”/)
  expect(await seen()).toContain('Your texts are safe.')
  await expect.poll(seen, { timeout: 60_000 }).toContain('4,000 cards')
})

const shown = 'document.body.innerText'
const evaluated = object({ result: optional(object({ value: optional(unknown()) })) })
const answer = object({ id: optional(unknown()), result: optional(unknown()) })

/** Asks the tab itself: Playwright speaks with no page that crashed once. */
async function tabOf(page: Page) {
  const browser = await page.context().browser()!.newBrowserCDPSession()
  const { targetInfos } = await browser.send('Target.getTargets')
  const { targetId } = targetInfos.find(({ url }) => url === page.url())!
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false })
  const waiting = new Map<unknown, (result: unknown) => void>()
  browser.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = parse(answer, JSON.parse(message))
    waiting.get(id)?.(result)
  })
  let last = 0
  return async (method: string, params: object = {}): Promise<unknown> => {
    const id = ++last
    const coming = new Promise((resolve) => waiting.set(id, resolve))
    const message = JSON.stringify({ id, method, params })
    await browser.send('Target.sendMessageToTarget', { sessionId, message })
    return coming
  }
}

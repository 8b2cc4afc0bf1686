import { expect, test, type Page } from 'playwright/test'
import { object, optional, parse, unknown } from 'valibot'
import { Desk } from './desk.ts'

test('a page that the browser closed over an export says so when it is there again', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  await expect(desk.saveStatus).toHaveText('Saved')
  await desk.showExport('dataset', 'dataset')
  await expect(page.getByTestId('download-dataset')).toBeEnabled()
  const tab = await tabOf(page)
  const crash = page.waitForEvent('crash')
  const stopped = page.waitForEvent('console', (message) => message.text() === 'stopped')
  await stopAtPercent(page)
  // Not waited for: a page that stands still answers nothing.
  void page
    .getByTestId('download-dataset')
    .dispatchEvent('click')
    .catch(() => undefined)
  await stopped
  await killTabs(page)
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
  await expect.poll(seen, { timeout: 60_000 }).toContain('3 cards')
})

const shown = 'document.body.innerText'
const evaluated = object({ result: optional(object({ value: optional(unknown()) })) })
const answer = object({ id: optional(unknown()), result: optional(unknown()) })

/** Lets the page stand still as soon as it has noted how far an export is. */
async function stopAtPercent(page: Page): Promise<void> {
  await page.evaluate(() => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on its own object below
    const setItem = Storage.prototype.setItem
    Storage.prototype.setItem = function (key, value) {
      setItem.call(this, key, value)
      if (!value.includes('"percent"')) return
      console.log('stopped')
      for (;;);
    }
  })
}

/** Ends the processes of all tabs, as a system does that is short of memory. */
async function killTabs(page: Page): Promise<void> {
  const browser = await page.context().browser()!.newBrowserCDPSession()
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo')
  for (const { type, id } of processInfo) if (type === 'renderer') process.kill(id, 'SIGKILL')
}

/** Asks the tab itself: Playwright speaks with no page that crashed once. */
async function tabOf(page: Page) {
  const browser = await page.context().browser()!.newBrowserCDPSession()
  // Not by its address: tests before may have left others open.
  const own = await page.context().newCDPSession(page)
  const { targetId } = (await own.send('Target.getTargetInfo')).targetInfo
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

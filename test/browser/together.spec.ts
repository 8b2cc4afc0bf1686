import { devices, expect, test, type Page } from 'playwright/test'
import { Desk } from './desk.ts'

/** Chapters with a line of words each, `bytes` in all; the last line is `The end.` */
function long(bytes: number): string {
  const words = 'A sentence that says a little, and goes on for as long as a line may be. '.repeat(
    4
  )
  const chapters: string[] = []
  for (let size = 0, at = 1; size < bytes; at++) {
    const chapter = `## Chapter ${at}\n\n${words}\n\n- one\n- two\n`
    chapters.push(chapter)
    size += chapter.length
  }
  return `# The beginning\n\n${chapters.join('\n')}\nThe end.\n`
}

/** Holds the worker that reads until it is let go. */
async function holdReader(page: Page): Promise<() => void> {
  let letGo = (): void => undefined
  const free = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(/reader-worker/, async (route) => {
    await free
    await route.continue()
  })
  return letGo
}

async function drop(desk: Desk, text: string): Promise<void> {
  await desk.dropTexts([{ name: 'long.md', text }])
  await expect(desk.editor).toContainText('The beginning')
}

test('a place that was gone to before the reader was there is reached when it is', async ({
  page
}) => {
  test.setTimeout(240_000)
  const letGo = await holdReader(page)
  const desk = new Desk(page)
  await desk.open()
  await drop(desk, long(1_000_000))
  await desk.editor.focus()
  await page.keyboard.press('Control+End')
  await expect(desk.editor.getByText('The end.')).toBeInViewport()
  letGo()
  await expect(desk.preview.getByText('The end.')).toBeInViewport()
})

test('of several wishes the last is fulfilled', async ({ page }) => {
  const letGo = await holdReader(page)
  const desk = new Desk(page)
  await desk.open()
  await drop(desk, long(300_000))
  await desk.editor.focus()
  for (const key of ['Control+End', 'Control+Home', 'Control+End', 'Control+Home']) {
    await page.keyboard.press(key)
  }
  await expect(desk.editor.getByText('The beginning')).toBeInViewport()
  letGo()
  await expect(desk.preview.getByRole('heading', { name: 'The beginning' })).toBeInViewport()
  await page.keyboard.press('Control+End')
  await expect(desk.preview.getByText('The end.')).toBeInViewport()
})

test('what is put in below is gone to although the preview has not got it yet', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  await drop(desk, long(50_000))
  await expect(desk.preview.getByText('The end.')).toBeAttached()
  // On a slow machine the document is drawn in many turns.
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await desk.editor.focus()
  await page.keyboard.press('Control+End')
  await desk.paste(`\n${long(200_000)}\nThe very end.`)
  await page.keyboard.press('Control+End')
  await expect(desk.preview.getByText('The very end.')).toBeAttached()
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await expect(desk.preview.getByText('The very end.')).toBeInViewport()
})

for (const bytes of [2_000, 60_000, 300_000]) {
  test(`text and preview are together at both ends of ${bytes} bytes, whichever leads`, async ({
    page
  }) => {
    test.setTimeout(240_000)
    const desk = new Desk(page)
    await desk.open()
    await drop(desk, long(bytes))
    const [start, end] = ['The beginning', 'The end.']
    await expect(desk.preview.getByText(end, { exact: true })).toBeAttached({ timeout: 120_000 })
    await desk.editor.focus()
    for (const [key, text] of [
      ['Control+End', end],
      ['Control+Home', start],
      ['Control+End', end]
    ] as const) {
      await page.keyboard.press(key)
      await expect(desk.preview.getByText(text, { exact: true })).toBeInViewport()
    }
    await desk.preview.focus()
    for (const [key, text] of [
      ['Home', start],
      ['End', end]
    ] as const) {
      await page.keyboard.press(key)
      await expect(desk.editor.getByText(text)).toBeInViewport()
    }
  })
}

test('who reads elsewhere stays there while the text is changed', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await drop(desk, long(60_000))
  await desk.editor.focus()
  await page.keyboard.press('Control+End')
  await expect(desk.preview.getByText('The end.')).toBeInViewport()
  await desk.preview.hover()
  await page.mouse.wheel(0, -1_000_000)
  await expect(desk.preview.getByRole('heading', { name: 'The beginning' })).toBeInViewport()
  await desk.editor.focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.insertText('Some words.\n\n')
  await expect(desk.preview).toContainText('Some words.')
  await expect(desk.preview.getByRole('heading', { name: 'The beginning' })).toBeInViewport()
})

test.describe('on a phone', () => {
  const { viewport, userAgent, hasTouch, isMobile } = devices['Pixel 7']
  test.use({ viewport, userAgent, hasTouch, isMobile })

  test('the pane that comes forward stands where the other was', async ({ page }) => {
    const desk = new Desk(page)
    await desk.open()
    await drop(desk, long(60_000))
    await desk.editor.focus()
    // On a narrow screen the first jump may fall short: lines that were never in sight wrap often.
    await expect(async () => {
      await page.keyboard.press('Control+End')
      await expect(desk.editor.getByText('The end.')).toBeInViewport({ timeout: 1000 })
    }).toPass()
    await page.getByRole('button', { name: 'Read', exact: true }).tap()
    const part = () =>
      desk.preview.evaluate((pane) => pane.scrollTop / (pane.scrollHeight - pane.clientHeight))
    await expect.poll(part).toBeGreaterThan(0.9)
  })
})

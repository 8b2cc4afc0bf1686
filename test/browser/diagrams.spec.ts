import { expect, test, type Page } from 'playwright/test'
import { Desk } from './desk.ts'

const fence = (...lines: string[]) => ['```mermaid', ...lines, '```', ''].join('\n')

const good = fence('flowchart LR', '  accTitle: From A to B', '  A[Über <b>x</b>] --> B{{b}}')

async function write(desk: Desk, text: string): Promise<void> {
  await desk.editor.focus()
  await desk.page.keyboard.press('ControlOrMeta+A')
  await desk.paste(text)
}

/** Whether a picture has come and can be seen. */
async function expectDrawn(desk: Desk, name: string): Promise<void> {
  const picture = desk.preview.getByRole('img', { name })
  await expect(picture).toBeVisible()
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
    .toBeGreaterThan(50)
}

const frames = (page: Page) => page.frames().length - 1

test('diagrams are drawn in the preview; a broken one says where', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const desk = new Desk(page)
  await desk.open()
  await write(desk, '# None\n\n```js\nmermaid\n```\n')
  await expect(desk.preview).toContainText('None')
  expect(asked.filter((url) => /mermaid|diagrams/.test(url))).toEqual([])

  await test.step('what cannot be loaded is said, and asked for again', async () => {
    const library = '**/mermaid*.js'
    await page.route(library, (route) => route.abort())
    await write(desk, `# Offline\n\n${good}`)
    await expect(desk.preview.getByText('cannot be drawn now')).toBeVisible()
    await expect(desk.preview.getByText('flowchart LR')).toBeVisible()
    await page.unroute(library)
  })

  await test.step('drawn in a list of an answer, and a broken one', async () => {
    const broken = fence('flowchart LR', '  %% why', '  A --> B', '  B --> [')
    const card = `[/Q]Which way?[Q/]\n[/A]\n\n- so:\n\n  ${good.trim().replaceAll('\n', '\n  ')}\n\n[A/]\n`
    await write(desk, `# Ways\n\n${card}\n${broken}`)
    await expectDrawn(desk, 'From A to B')
    await expect(desk.preview.getByText('flowchart LR').first()).toBeHidden()
    await expect(desk.preview.getByText('cannot read its line 4, “B --> [”')).toBeVisible()
    await expect(desk.preview.getByText('%% why')).toBeVisible()
  })

  await test.step('what is large, slow or hostile does nothing, and the next is drawn', async () => {
    const called: string[] = []
    await page.exposeFunction('hurt', () => called.push('hurt'))
    page.on('dialog', (dialog) => called.push(dialog.message()))
    const home = new URL(page.url()).origin
    const before = asked.length
    await write(desk, hostile.map((lines) => fence(...lines)).join('\n') + good)
    await expect(desk.preview.getByRole('figure')).toHaveCount(hostile.length + 1)
    for (const figure of await desk.preview.getByRole('figure').all()) {
      await figure.scrollIntoViewIfNeeded()
      await expect(figure.locator('img, .diagram-trouble')).toHaveCount(1)
    }
    await expectDrawn(desk, 'From A to B')
    await expect(desk.preview.locator('svg, iframe, script, style')).toHaveCount(0)
    const pictures = await desk.preview
      .locator('figure img')
      .evaluateAll((images) =>
        images.map((image) => decodeURIComponent(image.getAttribute('src')!))
      )
    const armed =
      /<(?:script|foreignObject|iframe|image|animate)|<[^>]*\s(?:on\w+|href)=|@import|url\(["']?http/i
    expect(pictures.filter((picture) => armed.test(picture))).toEqual([])
    expect(pictures.filter((picture) => !picture.startsWith('data:image/svg+xml,<svg'))).toEqual([])
    expect(called).toEqual([])
    expect(
      asked.slice(before).filter((url) => !/^(?:data:|blob:)/.test(url) && !url.startsWith(home))
    ).toEqual([])
    expect(frames(page)).toBeLessThanOrEqual(2)
  })
})

test('diagrams run nothing and call nobody where no policy stops them', async ({ page }) => {
  const called: string[] = []
  await page.exposeFunction('hurt', () => called.push('hurt'))
  // Of the page, and of the page that lends its policy to the frame.
  await page.route(/\/(?:diagrams\.html)?(?:[?#].*)?$/, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(/<meta\s+http-equiv="Content-Security[^>]*>/, '')
    await route.fulfill({ response, body })
  })
  const desk = new Desk(page)
  await desk.open()
  const home = new URL(page.url()).origin
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(home)) {
      called.push(request.url())
    }
  })
  const free = await page.evaluate(() => {
    const script = document.body.appendChild(document.createElement('script'))
    script.textContent = 'window.free = true'
    return 'free' in window
  })
  expect(free).toBe(true)
  await write(desk, acting.map((lines) => fence(...lines)).join('\n') + good)
  for (const figure of await desk.preview.getByRole('figure').all()) {
    await figure.scrollIntoViewIfNeeded()
    await expect(figure.locator('img, .diagram-trouble')).toHaveCount(1)
  }
  await expectDrawn(desk, 'From A to B')
  await expect(desk.preview.getByText('it shows a picture from elsewhere')).toBeVisible()
  expect(called).toEqual([])
})

const evil = 'https://evil.example/x'
const many = Array.from({ length: 450 }, (_, at) => `  n${at} --> n${(at * 7) % 450}`)
/** What could act, or ask somebody for something. */
const acting = [
  ['flowchart LR', '  A --> B', '  click A "javascript:parent.hurt()"', '  click B call hurt()'],
  ['flowchart LR', '  A["<img src=x onerror=top.hurt()>"] --> B["<script>top.hurt()</script>"]'],
  [
    `%%{init: {"securityLevel": "loose", "htmlLabels": true, "themeCSS": "@import '${evil}'; * { background: url(${evil}) }"}}%%`,
    'flowchart LR',
    `  A["<iframe srcdoc='<script>top.hurt()</script>'></iframe>"] --> B`,
    `  style A fill:url(${evil})`
  ],
  [
    '---',
    'config:',
    '  securityLevel: loose',
    `  fontFamily: "x;} * {background:url(${evil})}"`,
    '---',
    'pie',
    '  "<svg onload=top.hurt()>" : 3'
  ],
  [
    'sequenceDiagram',
    `  A->>B: <img src=${evil} onerror=top.hurt()>`,
    `  link A: Go @ javascript:top.hurt()`
  ],
  ['classDiagram', '  class A', '  click A href "javascript:top.hurt()"', '  callback A "hurt"'],
  ['sequenceDiagram', '  participant A', `  properties A: {"icon": "${evil}"}`, '  A->>A: x'],
  ['sequenceDiagram', `  rect url(${evil})`, '  A->>A: x', '  end'],
  ['flowchart LR', `  A@{ img: "${evil}", label: "A", w: 60, h: 60 } --> B`]
]
const hostile = [
  ...acting,
  ['flowchart TD', ...many],
  ['flowchart TD', ...many, ...many],
  ['pie', ...Array.from({ length: 4000 }, (_, at) => `  "${at}" : ${at + 1}`)],
  ['gantt', '  dateFormat YYYY-MM-DD', '  a : 0001-01-01, 9999-12-31'],
  ['block-beta', '  columns 1', '  a["x"]:100000'],
  ['constructor'],
  ['__proto__']
]

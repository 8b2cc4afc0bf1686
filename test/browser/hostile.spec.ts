import { expect, test } from 'playwright/test'
import { Desk } from './desk.ts'
import { countVisits, type VisitCounter } from './visit-counter.ts'

// The whole page is meant, also what keeps it for offline use.
test.use({ serviceWorkers: 'allow' })

let counter: VisitCounter
let address: string
let visits: string[]

test.beforeEach(async () => {
  counter = await countVisits()
  ;({ address, visits } = counter)
})

test.afterEach(() => counter.close())

/** What a document could try; `${address}` counts who comes. */
const hostile = (address: string) => `---
title: "<img src=x onerror=window.hurt=1>"
---

# [/T]<img src=${address}/title onerror="window.hurt=2">Title[T/]

<script>window.hurt = 3; fetch('${address}/script')</script>
<script src="${address}/foreign.js"></script>
<img src="${address}/image" onerror="window.hurt = 4">
<svg onload="window.hurt = 5"><image href="${address}/svg" /><use href="${address}/use#a" /></svg>
<iframe src="${address}/frame" srcdoc="<script>parent.hurt = 6</script>"></iframe>
<object data="${address}/object"></object><embed src="${address}/embed">
<link rel="stylesheet" href="${address}/style.css"><style>@import '${address}/import.css'; * { background: url(${address}/css) }</style>
<p style="background: url(${address}/inline)">styled</p>
<video src="${address}/video" poster="${address}/poster" autoplay></video><audio src="${address}/audio"></audio>
<meta http-equiv="refresh" content="0;url=${address}/refresh"><base href="${address}/">
<form action="${address}/form"><input autofocus onfocus="window.hurt = 7"><button>send</button></form>
<img srcset="${address}/srcset 1x"><picture><source srcset="${address}/source"><img></picture>
<link rel="preload" as="image" href="${address}/preload"><link rel="prefetch" href="${address}/prefetch"><link rel="preconnect" href="${address}">
<table background="${address}/table"><tr><td background="${address}/cell">x</td></tr></table><input type="image" src="${address}/button">
<a href="#x" ping="${address}/ping">ping me</a><blockquote cite="${address}/cite">x</blockquote><track src="${address}/track">
<details open ontoggle="window.hurt = 8"><summary>x</summary></details>
<math><mtext></mtext><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.hurt=9&gt;"></mglyph></math>

![remote](${address}/markdown-image) ![x](javascript:window.hurt=10) [click me](javascript:window.hurt=11)
<a href="javascript:window.hurt=12">and me</a> <a href="data:text/html,<script>1</script>">or me</a>

[/Q]<img src=${address}/question onerror="window.hurt=13">What?[Q/]
[/A]<script>window.hurt = 14</script>![a](${address}/answer)[A/]

[/BLOCKREAD/]
`

test('a hostile document runs nothing and calls nobody', async ({ page, baseURL }) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(baseURL ?? '') && !url.startsWith('blob:')) foreign.push(url)
  })
  page.on('dialog', (dialog) => foreign.push(`dialog ${dialog.message()}`))
  const desk = new Desk(page)
  await desk.open()
  await desk.editor.focus()
  await page.keyboard.press('Control+A')
  await desk.paste(hostile(address))
  await expect(desk.count('cards')).toHaveText('1 card')
  await expect(desk.preview).toContainText('click me')

  for (const words of ['click me', 'and me', 'or me', 'ping me']) {
    const link = desk.preview.getByText(words, { exact: true })
    if (await link.isVisible()) await link.click()
  }
  for (const list of ['blocks', 'chapters', 'problems', 'cards'] as const) {
    await desk.count(list).click()
  }
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await desk.download('dataset')

  expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
  expect(foreign).toEqual([])
  expect(visits).toEqual([])
  expect(page.url()).toContain(baseURL)
})

test('the policy of the page would stop what the sanitiser let through', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  const outcome = await page.evaluate(async (address) => {
    const script = document.createElement('script')
    script.append('window.hurt = 1')
    document.body.append(script)
    const holder = document.createElement('div')
    const image = holder.appendChild(document.createElement('img'))
    const paragraph = holder.appendChild(document.createElement('p'))
    image.src = `${address}/image`
    paragraph.setAttribute('style', 'color: red')
    document.body.append(holder)
    await new Promise((resolve) => image.addEventListener('error', resolve))
    const fetched = await fetch(`${address}/fetch`).then(
      () => 'came through',
      () => 'blocked'
    )
    const colour = getComputedStyle(paragraph).color
    return { hurt: 'hurt' in window, fetched, isRed: colour === 'rgb(255, 0, 0)' }
  }, address)
  expect(outcome).toEqual({ hurt: false, fetched: 'blocked', isRed: false })
  expect(visits).toEqual([])
})

test('the policy lets in what the page needs, and no more', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  const outcome = await page.evaluate(async () => {
    const stopped: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      stopped.push(`${effectiveDirective} ${blockedURI}`)
    })
    const script = 'postMessage(typeof importScripts)'
    const worker = new Worker(URL.createObjectURL(new Blob([script])))
    const said = await new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)))
    const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])
    await WebAssembly.instantiate(empty)
    // Anki may be there or not: only the policy is asked. Ports nearby are for nobody.
    for (const port of [8765, 8766]) await fetch(`http://127.0.0.1:${port}/`).catch(() => 'none')
    const foreign = 'data:text/javascript,'
    const evaluated = await import(foreign).then(
      () => 'ran',
      () => 'stopped'
    )
    return { said, evaluated, stopped }
  })
  expect(outcome).toEqual({
    said: 'function',
    evaluated: 'stopped',
    stopped: ['connect-src http://127.0.0.1:8766/', 'script-src-elem data']
  })
})

test('no string becomes HTML, script or a worker', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  const came = await page.evaluate(async (address) => {
    const html = '<img src="x" onerror="window.hurt = 1">'
    const div = document.body.appendChild(document.createElement('div'))
    const script = document.createElement('script')
    const { trustedTypes } = window as unknown as {
      trustedTypes: { createPolicy(name: string, rules: object): unknown }
    }
    const sinks: Record<string, () => unknown> = {
      innerHTML: () => (div.innerHTML = html),
      outerHTML: () => (div.outerHTML = html),
      insertAdjacentHTML: () => div.insertAdjacentHTML('afterbegin', html),
      fragment: () => document.createRange().createContextualFragment(html),
      parser: () => new DOMParser().parseFromString(html, 'text/html'),
      srcdoc: () => (document.createElement('iframe').srcdoc = html),
      handler: () => div.setAttribute('onclick', 'window.hurt = 1'),
      'text of a script': () => (script.textContent = 'window.hurt = 1'),
      'address of a script': () => (script.src = `${address}/script`),
      'foreign worker': () => new Worker(`${address}/worker`),
      'worker of text': () => new Worker('data:text/javascript,1'),
      'foreign service worker': () => navigator.serviceWorker.register(`${address}/worker`),
      'another policy': () => trustedTypes.createPolicy('other', {}),
      'the same policy': () => trustedTypes.createPolicy('laegna', {})
    }
    const came: string[] = []
    for (const [name, sink] of Object.entries(sinks)) {
      try {
        await sink()
        came.push(name)
      } catch {
        // As it should be.
      }
    }
    return came
  }, address)
  expect(came).toEqual([])
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
  expect(visits).toEqual([])
})

test('the page breaks none of its own rules', async ({ page }) => {
  const broken: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') broken.push(message.text())
  })
  page.on('pageerror', (error) => broken.push(error.message))
  const desk = new Desk(page)
  await desk.open()
  await expect(desk.count('cards')).toHaveText('3 cards')
  for (const list of ['blocks', 'chapters', 'problems', 'cards'] as const) {
    await desk.count(list).click()
  }
  for (const name of ['Settings of this project', 'Projects in this browser', 'Export']) {
    await page.locator(`button[title="${name}"], button:text-is("${name}")`).first().click()
    await page.getByRole('button', { name: 'Close', exact: true }).click()
  }
  await page.getByRole('link', { name: 'Training' }).click()
  await expect(page.getByRole('heading', { name: /^Train a model on/ })).toBeVisible()
  expect(broken).toEqual([])
})

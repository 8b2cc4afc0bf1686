import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, type Download, type Locator, type Page } from 'playwright/test'

/** Path of a document that stands in `documents/`. */
export function documentPath(name: string): string {
  return fileURLToPath(new URL(`./documents/${name}`, import.meta.url))
}

/**
 * Loads a page anew. A sheet that has just gone takes its step out of the history, which is a moment's
 * way back, and a browser drops a reload that comes meanwhile: then once more, as a person does.
 */
export async function reload(page: Page): Promise<void> {
  try {
    await page.reload()
  } catch (error) {
    if (!/ABORTED/.test(String(error))) throw error
    await page.reload()
  }
}

const exporterGroups: Record<string, 'dataset' | 'document'> = {
  dataset: 'dataset',
  html: 'document'
}

/** The page as a person finds it: places and actions by their names on the screen. */
export class Desk {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens the page and waits until something was read. */
  async open(address = '/'): Promise<void> {
    await this.page.goto(address)
    await this.editor.waitFor()
  }

  /** Waits for what the editor and the page can do beyond taking text, which comes behind the text. */
  async untilWhole(): Promise<void> {
    await expect(this.editor).toHaveAttribute('aria-autocomplete', 'list')
  }

  /** Leaves the example for a project of one's own, by the first of the two doors. */
  async startEmpty(): Promise<void> {
    await this.page.getByRole('button', { name: 'Cards from my notes' }).click()
    await this.page.getByRole('button', { name: 'Start empty' }).click()
  }

  get editor(): Locator {
    return this.page.getByRole('textbox', { name: 'Markdown', exact: true })
  }

  get preview(): Locator {
    return this.page.getByRole('region', { name: 'Preview' })
  }

  get messages(): Locator {
    return this.page.getByRole('region', { name: 'Messages' })
  }

  get saveStatus(): Locator {
    return this.page.getByTestId('save-status')
  }

  /** What was said to those who listen to the page, if it holds this. */
  said(text: string): Locator {
    return this.page.getByRole('status').filter({ hasText: text })
  }

  count(of: 'blocks' | 'chapters' | 'cards' | 'problems'): Locator {
    return this.page.getByTestId(`count-${of}`)
  }

  file(path: string): Locator {
    return this.page.getByRole('region', { name: 'Files' }).getByTitle(path, { exact: true })
  }

  /** Drops files or folders of the disk onto the middle of the page, as a hand does. */
  async drop(paths: string[]): Promise<void> {
    if (this.#isFirefox) {
      // Its protocol drops no files: they come as the page would get them.
      await this.dropTexts(
        paths.map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8') }))
      )
      return
    }
    const devtools = await this.page.context().newCDPSession(this.page)
    const data = { items: [], files: paths, dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', { type, x: 640, y: 400, data })
    }
    await devtools.detach()
  }

  /** Drops texts of the disk and waits until they are read and stored. */
  async add(paths: string[]): Promise<void> {
    await this.drop(paths)
    // Not only the word: it says "Saved" as long as the files are on their way.
    for (const path of paths) await this.file(basename(path)).waitFor()
    await this.saveStatus.getByText('Saved', { exact: true }).waitFor()
  }

  /** Drops files that are on no disk. */
  async dropTexts(files: { name: string; text: string }[]): Promise<void> {
    await this.page.evaluate((files) => {
      const dataTransfer = new DataTransfer()
      for (const { name, text } of files) {
        dataTransfer.items.add(new File([text], name, { type: 'text/markdown' }))
      }
      const options = { dataTransfer, bubbles: true, cancelable: true }
      document.body.dispatchEvent(new DragEvent('drop', options))
    }, files)
  }

  /** Pastes text where the focus is now, rich text with its HTML. */
  async paste(plain: string, html = ''): Promise<void> {
    await this.page.evaluate(
      ({ plain, html }) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', plain)
        if (html !== '') clipboardData.setData('text/html', html)
        const event = new ClipboardEvent('paste', {
          clipboardData,
          bubbles: true,
          cancelable: true,
          composed: true
        })
        let target: Element = document.activeElement ?? document.body
        while (target.shadowRoot?.activeElement) target = target.shadowRoot.activeElement
        target.dispatchEvent(event)
      },
      { plain, html }
    )
  }

  /** Waits until rich text is pasted as Markdown: what reads it comes after the first text. */
  async untilRichPaste(): Promise<void> {
    await expect(async () => {
      await this.editor.fill('')
      await this.paste('x', '<b>x</b>')
      await expect(this.editor).toHaveText('**x**', { timeout: 3000 })
    }).toPass()
    await this.messages.getByRole('button', { name: 'Close this message' }).last().click()
    await expect(this.messages.getByText('Pasted as Markdown.')).toBeHidden()
    await this.editor.fill('')
  }

  /** Drops a file of so many cards. */
  async dropCards(count: number): Promise<void> {
    const card = (at: number) => `[/Q]What is ${at}?[Q/]\n[/A]It is **${at}**.[A/]\n`
    const text = Array.from({ length: count }, (_, at) => card(at)).join('\n')
    await this.dropTexts([{ name: 'many.md', text }])
  }

  /** Opens the export panel, where it is not open yet, and shows one output of it. */
  async showExport(
    group: 'anki' | 'dataset' | 'document' | 'other',
    exporter: string
  ): Promise<void> {
    const tab = this.page.getByTestId(`export-${group}`)
    const button = this.page.getByRole('button', { name: 'Export', exact: true })
    // Told and not clicked: the panel may be on its way, and lie over the button any moment.
    if (!(await tab.isVisible())) await button.first().dispatchEvent('click')
    await tab.click()
    const choice = this.page.getByTestId(`choose-${exporter}`)
    if (await choice.isVisible()) await choice.check()
    await this.page.getByTestId(`download-${exporter}`).waitFor()
  }

  /** Opens the export panel, where it is not open yet, and shows sending to Anki. */
  async showSending(): Promise<void> {
    await this.showExport('anki', 'anki-text')
    await this.page.getByTestId('choose-anki-connect').check()
  }

  /** Presses the button of the export panel for one output and gives the file that comes. */
  async download(exporter: string): Promise<{ name: string; bytes: Buffer }> {
    const group = exporter.startsWith('anki') ? 'anki' : exporterGroups[exporter]
    await this.showExport(group ?? 'other', exporter)
    const button = this.page.getByTestId(`download-${exporter}`)
    if (this.#isFirefox) return this.#downloadInFirefox(button)
    const coming = this.page.waitForEvent('download')
    await button.click()
    return contentOf(await coming)
  }

  get #isFirefox(): boolean {
    return this.page.context().browser()?.browserType().name() === 'firefox'
  }

  /** Over BiDi no event tells of a download: reads what the page hands to its link. */
  async #downloadInFirefox(button: Locator): Promise<{ name: string; bytes: Buffer }> {
    await this.page.evaluate(() => {
      const make = URL.createObjectURL.bind(URL)
      let blob: Blob | MediaSource | undefined
      URL.createObjectURL = (given) => make((blob = given))
      const handed = new Promise<[name: string, address: string]>((resolve) => {
        HTMLAnchorElement.prototype.click = function () {
          URL.createObjectURL = make
          Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click')
          const reader = new FileReader()
          reader.onload = () => resolve([this.download, reader.result as string])
          reader.readAsDataURL(blob as Blob)
        }
      })
      Object.assign(window, { handed })
    })
    await button.click()
    const [name, address] = await this.page.evaluate(
      () => (window as unknown as { handed: Promise<[name: string, address: string]> }).handed
    )
    return { name, bytes: Buffer.from(address.slice(address.indexOf(',') + 1), 'base64') }
  }
}

/** Name and bytes of a file that was downloaded. */
export async function contentOf(download: Download): Promise<{ name: string; bytes: Buffer }> {
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(part as Buffer)
  return { name: download.suggestedFilename(), bytes: Buffer.concat(parts) }
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type BrowserContext } from 'playwright'
import { preview } from 'vite'
import { compile } from '../../../src/laegna.ts'
import type { SourceFile } from '../../../src/document/model.ts'
import { plural } from '../../../src/language/plural.ts'
import { browserArguments } from '../../browser/browser-arguments.ts'
import { Desk } from '../../browser/desk.ts'
import { findBrowser } from '../../browser/find-browser.ts'
import { noteLongTasks } from '../long-tasks.ts'
import { lookFor, watchMoments, type Sight } from './moments.ts'
import { RenderPage } from './render-page.ts'

/** A browser of its own, at the built page. */
export class ProjectPage {
  readonly #context: BrowserContext
  readonly #address: string

  constructor(context: BrowserContext, address: string) {
    this.#context = context
    this.#address = address
  }

  /** Opens the page in a new tab, and looks for sights from its first moment on. */
  async open(sights: Sight[] = []): Promise<Desk> {
    const page = await this.#context.newPage()
    page.setDefaultTimeout(120_000)
    await page.addInitScript(noteLongTasks)
    await page.addInitScript(watchMoments, sights)
    await page.goto(this.#address, { waitUntil: 'commit' })
    return new Desk(page)
  }

  /** Chooses a folder at the first visit, for a dataset: everything in it is captured. Looks for sights. */
  async choose(folder: string, sights: Sight[] = []): Promise<Desk> {
    const desk = await this.open()
    const { page } = desk
    await page.getByRole('button', { name: 'A dataset from my documents' }).click()
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a folder' }).click()
    const chooser = await choosing
    await lookFor(page, sights)
    await chooser.setFiles(folder)
    return desk
  }

  /** The page with a project of some files, all read and stored. */
  async take(files: readonly SourceFile[]): Promise<Desk> {
    const folder = writeFolder(files)
    const desk = await this.choose(folder)
    await this.untilRead(desk, files)
    rmSync(dirname(folder), { recursive: true, force: true })
    await desk.saveStatus.getByText('Saved', { exact: true }).waitFor()
    return desk
  }

  /** Waits until all of a project is read. */
  async untilRead(desk: Desk, files: readonly SourceFile[]): Promise<void> {
    const { selector, text } = allRead(files)
    await desk.page.locator(selector, { hasText: text }).waitFor()
  }

  /** A page of the same browser in which markdown-it renders a text. */
  async renderPage(text: string): Promise<RenderPage> {
    return RenderPage.open(await this.#context.newPage(), text)
  }
}

/** Serves the built page, starts a browser with a new profile, and ends both after the work. */
export async function withPage<Result>(
  work: (page: ProjectPage) => Promise<Result>
): Promise<Result> {
  const profile = mkdtempSync(join(tmpdir(), 'laegna-bench-'))
  const server = await preview({
    configFile: fileURLToPath(new URL('../../browser/preview.config.ts', import.meta.url)),
    preview: {
      host: '127.0.0.1',
      port: 0,
      // With these a page may ask how much memory it takes.
      headers: {
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp'
      }
    }
  })
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    args: [...browserArguments, '--enable-blink-features=ForceEagerMeasureMemory'],
    viewport: { width: 1280, height: 800 },
    // To keep the page for offline use is other work.
    serviceWorkers: 'block'
  })
  try {
    return await work(new ProjectPage(context, server.resolvedUrls?.local[0] ?? ''))
  } finally {
    await context.close()
    await server.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

/** Writes files into a new folder of the disk, and gives its path. */
export function writeFolder(files: readonly SourceFile[]): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'laegna-bench-')), 'notes')
  for (const { path, text } of files) {
    const place = join(folder, path)
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, text)
  }
  return folder
}

/** The counts of a project of which everything was captured and read. */
export function allRead(files: readonly SourceFile[]): Sight {
  const { blocks } = compile([...files], { capture: 'all' })
  return {
    selector: '[data-testid="count-blocks"]',
    text: plural(blocks.length, ['{count} block', '{count} blocks'])
  }
}

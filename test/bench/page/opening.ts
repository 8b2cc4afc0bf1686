import { rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { SourceFile } from '../../../src/document/model.ts'
import { compileInProcess } from '../compile-rate.ts'
import { measurePair, type Pair } from '../measure.ts'
import type { Figure } from '../table.ts'
import { milliseconds } from './keys.ts'
import { secondsUntilSeen, type Sight } from './moments.ts'
import { allRead, withPage, type ProjectPage, writeFolder } from './project-page.ts'

/** Opens a project of one text again and again, until its counts are there, beside a render of it. */
export async function compareOpening(file: SourceFile, rounds: number): Promise<Figure> {
  const seen = allRead([file])
  const pair = await withPage(async (page) => {
    await visit(page, [file])
    const peer = await page.renderPage(file.text)
    return measurePair(
      rounds,
      async () => {
        const desk = await page.open([seen])
        const [seconds = NaN] = await secondsUntilSeen(desk.page)
        await desk.page.close()
        return seconds
      },
      () => peer.render()
    )
  })
  return figureOf('opening 1.15 MB until counts show, beside one markdown-it render', pair, 1, seen)
}

/** Opens an unchanged project, until its counts are there, beside compiling it in a process of Node. */
export async function compareReopening(files: SourceFile[], rounds: number): Promise<Figure> {
  const seen = allRead(files)
  const pair = await withPage(async (page) => {
    await visit(page, files)
    return measurePair(
      rounds,
      async () => {
        const desk = await page.open([seen])
        const [seconds = NaN] = await secondsUntilSeen(desk.page)
        await desk.page.close()
        return seconds
      },
      () => compileInProcess('ours', files)
    )
  })
  const what = `reopening ${files.length} unchanged files, beside compiling them in Node`
  return figureOf(what, pair, 0.2, seen)
}

/** Takes in a folder: until its first file can be written in, and until all are read, beside reading all in Node. */
export async function compareFolder(
  files: SourceFile[],
  rounds: number
): Promise<Record<'first' | 'all', Figure>> {
  // The list marks the file whose text is in the editor.
  const first = {
    selector: '#side-pane [aria-current="true"]',
    text: basename(files[0]?.path ?? '')
  }
  const seen = allRead(files)
  const folder = writeFolder(files)
  const choose = (sight: Sight) => (): Promise<number> =>
    withPage(async (page) => {
      const desk = await page.choose(folder, [sight])
      const [seconds = NaN] = await secondsUntilSeen(desk.page)
      return seconds
    })
  try {
    const peer = (): Promise<number> => compileInProcess('ours', files)
    const [one, all] = [
      await measurePair(rounds, choose(first), peer),
      await measurePair(rounds, choose(seen), peer)
    ]
    const what = `folder of ${files.length} files`
    return {
      first: figureOf(`${what}: first file usable, beside reading all in Node`, one, 0.1, first),
      all: figureOf(`${what}: all read, beside the same`, all, 1, seen)
    }
  } finally {
    rmSync(dirname(folder), { recursive: true, force: true })
  }
}

/** The first visit lasts some seconds longer than reading, as any does. */
async function visit(page: ProjectPage, files: SourceFile[]): Promise<void> {
  const desk = await page.take(files)
  await desk.page.waitForTimeout(10_000)
  await desk.page.close()
}

function figureOf(what: string, { ours, peer, share }: Pair, most: number, seen: Sight): Figure {
  return {
    what,
    ours: milliseconds(ours.median),
    peer: milliseconds(peer.median),
    ratio: share.median,
    firstRatio: share.first,
    reach: { most },
    checked: seen.text
  }
}

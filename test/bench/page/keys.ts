import type { Page } from 'playwright'
import type { SourceFile } from '../../../src/document/model.ts'
import type { Desk } from '../../browser/desk.ts'
import { longestTask } from '../long-tasks.ts'
import type { Figure } from '../table.ts'
import { median, percentile } from '../spread.ts'
import { lookFor, secondsUntilSeen, type Sight } from './moments.ts'
import { withPage } from './project-page.ts'

/** Keys that are pressed before any is counted. */
const warmUp = 8
const batch = 5

/** Seconds from each key until the card is right, and until the preview is. */
export interface KeyTimes {
  card: number[]
  preview: number[]
  /** Of markdown-it on the same text in the same browser, in turn with the keys. */
  renders: number[]
  /** Seconds of the longest task of the page while the keys were pressed. */
  longest: number
}

/** A document that begins with a card, in which the keys are pressed: whatever follows has to move. */
export function withFirstCard(text: string): SourceFile {
  return { path: 'long.md', text: `# Begin\n\n[/Q]What?[Q/] [/A]This.[A/]\n\n${text}` }
}

/** Presses keys in the first card of a project of one file. */
export async function measureKeys(file: SourceFile, keys: number): Promise<KeyTimes> {
  return withPage(async (page) => {
    const desk = await page.take([file])
    await beginTyping(desk)
    const peer = await page.renderPage(file.text)
    await desk.page.bringToFront()
    const times: KeyTimes = { card: [], preview: [], renders: [], longest: 0 }
    let typed = ''
    for (let at = -warmUp; at < keys; at++) {
      if (at === 0) await forgetTasks(desk.page)
      const key = 'abcdefghijklmnopqrstuvwxyz'.charAt((at + warmUp) % 26)
      typed += key
      await lookFor(desk.page, sightsOf(typed))
      await desk.page.keyboard.press(key)
      const [card = NaN, preview = NaN] = await secondsUntilSeen(desk.page)
      // Who types gives the page some time between two keys.
      await desk.page.waitForTimeout(120)
      if (at < 0) continue
      times.card.push(card)
      times.preview.push(preview)
      if (at % batch === 0) times.renders.push(await peer.render())
    }
    times.longest = (await longestTask(desk.page)) / 1000
    return times
  })
}

/** Keys in a text beside a render of it: the slowest but for one of twenty. */
export function keyFigure(times: KeyTimes, of: 'card' | 'preview', most: number): Figure {
  const ours = percentile(times[of], 0.95)
  const peer = median(times.renders)
  return {
    what: `key in 1.15 MB until the ${of} is right, p95, beside one markdown-it render`,
    ours: milliseconds(ours),
    peer: milliseconds(peer),
    ratio: ours / peer,
    firstRatio: (times[of][0] ?? NaN) / (times.renders[0] ?? NaN),
    reach: { most },
    checked: `${times[of].length} keys, median ${milliseconds(median(times[of]))}`
  }
}

/** The same in a long text beside a short one, both ours. */
export function growthFigure(long: KeyTimes, short: KeyTimes): Figure {
  const [ours, peer] = [median(long.card), median(short.card)]
  return {
    what: 'key in 10 MB until the card is right, beside one in 100 KB, both ours',
    ours: milliseconds(ours),
    peer: milliseconds(peer),
    ratio: ours / peer,
    firstRatio: (long.card[0] ?? NaN) / (short.card[0] ?? NaN),
    reach: { most: 2 },
    checked: `${long.card.length} keys each`
  }
}

/** The longest task of the page beside the one that nobody feels. */
export function taskFigure({ longest, card }: KeyTimes, size: string): Figure {
  return {
    what: `longest task of the page while typing in ${size}, beside 50 ms`,
    ours: milliseconds(longest),
    peer: '50 ms',
    ratio: longest / 0.05,
    firstRatio: longest / 0.05,
    reach: { most: 1 },
    checked: `${card.length} keys`
  }
}

export function milliseconds(seconds: number): string {
  return `${(seconds * 1000).toFixed(0)} ms`
}

async function beginTyping({ page, editor }: Desk): Promise<void> {
  await page.getByRole('tab', { name: /^Cards/ }).click()
  await editor.click({ position: { x: 60, y: 10 } })
  await page.keyboard.press('Control+Home')
  for (const key of ['ArrowDown', 'ArrowDown', 'Home']) await page.keyboard.press(key)
  for (let at = 0; at < '[/Q]'.length; at++) await page.keyboard.press('ArrowRight')
}

function sightsOf(typed: string): Sight[] {
  return [
    { selector: '[aria-label="Cards"] [data-row="0"]', text: `${typed}What?` },
    { selector: '.preview-document .group .piece:nth-child(2)', text: `${typed}What?` }
  ]
}

async function forgetTasks(page: Page): Promise<void> {
  await page.evaluate(() => ((window as unknown as { tasks: number[] }).tasks.length = 0))
}

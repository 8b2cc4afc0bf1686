import { expect, test, type Page } from 'playwright/test'
import { Random } from '../bench/random.ts'
import { Desk } from './desk.ts'
import { Pulse, readStored, type Stored } from './durability/store.ts'
import { wordPattern, Writer } from './durability/writer.ts'
import { KillableBrowser } from './killable-browser.ts'

/*
 * Two people write in two tabs of one browser, which is ended as by a loss of power at a moment that
 * nobody chose, and started again: `npm run test:durability` does so 100 times, `npm test` a few.
 * The same SEED gives the same doings; the moment of a kill is the machine's.
 */
const kills = Number(process.env['KILLS'] ?? 4)
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

/** Milliseconds within which the page stores what it was given, beside the time of the disk. */
const promised = 1000

/** What the page had been given when the browser was killed. */
interface Killed {
  words: { text: string; age: number }[]
  /** Milliseconds of the slowest write that a page asked the disk for meanwhile. */
  slowest: number
  /** What was done in each tab in the last seconds. */
  journals: string[]
}

test('nothing older than a second is gone when the browser is killed', async ({ baseURL }) => {
  test.setTimeout(60_000 + 60_000 * kills)
  const random = new Random(seed)
  const profile = test.info().outputPath('profile')
  const done = new Map<string, number>()
  const words = new Set<string>()
  let projects: string[] = []
  let killed: Killed = { words: [], slowest: 0, journals: [] }
  let longestLoss = 0
  let slowestWrite = 0

  for (let round = 0; round <= kills; round++) {
    const told = `Seed ${String(seed)}, after kill ${String(round)}`
    const browser = await KillableBrowser.start(profile)
    try {
      const page = await openDesk(browser, baseURL)
      const stored = await readStored(page)
      expectSound(stored, told)
      expect(stored.projects, `${told}, projects`).toEqual(expect.arrayContaining(projects))
      projects = stored.projects

      const found = wordsIn(stored)
      const lost = killed.words.filter(({ text }) => !found.has(text))
      for (const { age } of lost) longestLoss = Math.max(longestLoss, age)
      const tooOld = lost.filter(({ age }) => age >= promised + killed.slowest)
      expect(tooOld, [told, ...killed.journals].join('\n')).toEqual([])
      for (const { text } of killed.words) if (found.has(text)) words.add(text)
      const gone = [...words].filter((word) => !found.has(word))
      expect(gone, `${told}, words that were there before`).toEqual([])
      if (round < kills) killed = await writeUntilKilled(browser, page, round, random, done)
      slowestWrite = Math.max(slowestWrite, killed.slowest)
    } finally {
      await browser.kill()
    }
  }
  console.log(
    [
      `${String(kills)} kills, seed ${String(seed)}: ${String(words.size)} words and`,
      `${String(projects.length)} projects are all there; the oldest word that a kill took along`,
      `was ${String(longestLoss)} ms old, the slowest write of a page took ${String(slowestWrite)} ms.`,
      `Done: ${[...done].map(([doing, count]) => `${doing} ${String(count)}`).join(', ')}.`
    ].join(' ')
  )
})

/** A tab with the page of the last visit, all of it stored. */
async function openDesk(browser: KillableBrowser, address = ''): Promise<Page> {
  const page = await browser.context.newPage()
  const desk = new Desk(page)
  await desk.open(address)
  await expect(desk.saveStatus).toHaveText('Saved')
  await expect(desk.messages).not.toContainText(/could not be read|has lost|are missing/)
  return page
}

async function writeUntilKilled(
  browser: KillableBrowser,
  page: Page,
  round: number,
  random: Random,
  done: Map<string, number>
): Promise<Killed> {
  const other = await openDesk(browser, page.url())
  const pulses = await Promise.all([page, other].map((tab) => Pulse.of(tab)))
  const writers = [page, other].map((tab, at) => {
    const name = `r${String(round)}${'ab'[at] ?? ''}`
    return new Writer(tab, name, new Random(random.between(0, 2 ** 30)), done)
  })
  let over = false
  const work = Promise.all(writers.map((writer) => writer.work(() => over)))
  // Whoever fails ends the wait.
  await Promise.race([work, new Promise((end) => setTimeout(end, random.between(300, 6000)))])
  over = true
  const now = Date.now()
  const words = writers.flatMap((writer) => writer.words)
  const killed = {
    words: words.map(({ text, at }) => ({ text, age: now - at })),
    slowest: Math.max(...pulses.map(({ slowest }) => slowest)),
    journals: writers.map(({ journal }) =>
      journal.map(({ doing, at }) => `${doing} ${String(now - at)} ms before`).join(', ')
    )
  }
  await browser.kill()
  await work
  return killed
}

/** No file without its text, and in each text what one person wrote in its order, nothing twice. */
function expectSound({ missing, texts }: Stored, told: string): void {
  expect(missing, `${told}, files without a text`).toEqual([])
  expect(texts.flatMap(outOfOrder), `${told}, words out of their order`).toEqual([])
}

function outOfOrder({ path, text }: Stored['texts'][number]): string[] {
  const last = new Map<string, number>()
  return (text.match(wordPattern) ?? [])
    .filter((word) => {
      const [writer = '', number = ''] = word.split('n')
      const before = last.get(writer) ?? 0
      last.set(writer, parseInt(number))
      return parseInt(number) <= before
    })
    .map((word) => `${word} in ${path}`)
}

function wordsIn({ texts }: Stored): Set<string> {
  return new Set(texts.flatMap(({ text }) => text.match(wordPattern) ?? []))
}

import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { mutatedDocuments } from '../mutated-documents.ts'
import { fileTargets, targets, type Target } from './targets.ts'

/*
 * `npm run fuzz -- --minutes 5`: reads, renders, exports and imports texts that are made of the samples
 * by chance, and files and links that came to harm, for so long; `--seed 7` draws others, `--only import`
 * takes the targets with that in their name. What throws, or takes more than two seconds of a processor,
 * is made as small as it can be, and kept in `found/` beside this: from there it goes to the samples of
 * its room.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' }
  }
})
const slow = 2000
const longest = 20_000
const samples = ['samples', 'samples-found'].flatMap((room) => {
  const folder = join(import.meta.dirname, '..', room)
  return readdirSync(folder).flatMap((name) => textOf(join(folder, name, 'input.md')))
})
const isWanted = ({ name }: { name: string }) => name.includes(values.only)
const wanted = targets.filter(isWanted)
const files = (await fileTargets()).filter(isWanted)
const random = fc.sample(fc.infiniteStream(fc.nat()), { numRuns: 1, seed: Number(values.seed) })[0]
const end = performance.now() + Number(values.minutes) * 60_000
const counts = new Map<string, number>()
const known = new Set<string>()
let seed = Number(values.seed) * 1_000_000

while (performance.now() < end) {
  const text = draw()
  for (const target of wanted) {
    if (performance.now() > end) break
    counts.set(target.name, (counts.get(target.name) ?? 0) + 1)
    const fault = await faultOf(() => target.run(text))
    if (fault !== undefined) await keep(target, text, fault)
  }
  for (const { name, draw, run } of files) {
    if (performance.now() > end) break
    counts.set(name, (counts.get(name) ?? 0) + 1)
    const bytes = await draw(seed)
    const fault = await faultOf(() => run(bytes))
    if (fault !== undefined) write(name, fault, bytes, '.bin')
  }
}
for (const [name, count] of counts) console.log(`${name}: ${count}`)
console.log(known.size === 0 ? 'Nothing was found.' : `${known.size} found, see test/fuzz/found.`)
process.exitCode = known.size === 0 ? 0 : 1

/** A document by chance, or samples cut and put together anew. */
function draw(): string {
  const pick = (below: number): number => (random?.next().value ?? 0) % Math.max(1, below)
  seed += 1
  const [made = ''] = fc.sample(mutatedDocuments, { numRuns: 1, seed })
  if (pick(3) === 0) return made
  let text = ''
  for (let part = 0; part < 1 + pick(4); part += 1) {
    const sample = samples[pick(samples.length)] ?? ''
    const at = pick(sample.length)
    text += pick(2) === 0 ? sample : sample.slice(at, at + 1 + pick(200))
    if (pick(3) === 0) text += made.slice(pick(made.length))
  }
  if (pick(6) === 0)
    text += (text.slice(pick(text.length)).slice(0, 1 + pick(12)) || '*').repeat(pick(300))
  return text.slice(0, longest)
}

/** What is wrong with how a text is taken: what it throws, or that it takes too long. */
async function faultOf(run: () => unknown): Promise<string | undefined> {
  // A machine that is busy with other things is slow, not wrong.
  const start = process.cpuUsage()
  try {
    await run()
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  }
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000 > slow ? 'It takes too long.' : undefined
}

async function keep(target: Target, text: string, fault: string): Promise<void> {
  if (known.has(kindOf(target.name, fault))) return
  const small = await smallest(target, text, fault)
  write(target.name, fault, small, '.md')
  console.log(`  ${JSON.stringify(small.slice(0, 300))}`)
}

function kindOf(name: string, fault: string): string {
  return `${name}: ${fault.replace(/\d+/g, '0').slice(0, 80)}`
}

/** Keeps the first of each kind of fault. */
function write(name: string, fault: string, content: string | Uint8Array, ending: string): void {
  const kind = kindOf(name, fault)
  if (known.has(kind)) return
  known.add(kind)
  const hash = createHash('sha256').update(kind).digest('hex').slice(0, 8)
  const folder = join(import.meta.dirname, 'found')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name.replace(/\W/g, '-')}-${hash}${ending}`), content)
  console.log(`${name}: ${fault.slice(0, 500)}`)
}

/** Takes stretches out, ever shorter ones, as long as the fault stays. */
async function smallest(target: Target, text: string, fault: string): Promise<string> {
  const stop = performance.now() + 20_000
  for (let size = text.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at < text.length && performance.now() < stop;) {
      const less = text.slice(0, at) + text.slice(at + size)
      if ((await faultOf(() => target.run(less))) === fault) text = less
      else at += size
    }
  }
  return text
}

function textOf(file: string): string[] {
  try {
    return [readFileSync(file, 'utf8')]
  } catch {
    return []
  }
}

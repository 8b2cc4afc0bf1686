import JSZip from 'jszip'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/*
 * `npm run release` builds what is handed out: the site as a zip for any static host, the page in one
 * file, and their checksums, in `release/`. The time in the build is that of the commit, so the same
 * commit gives the same bytes on every machine; `-- --twice` builds a second time and compares.
 */

const root = join(import.meta.dirname, '..')
const site = join(root, 'dist')
const target = join(root, 'release')
const page = 'laegna.html'

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string
}
const changes = readFileSync(join(root, 'CHANGELOG.md'), 'utf8')
if (!changes.includes(`\n## ${version}`))
  throw new Error(`CHANGELOG.md has no “## ${version}”. Write what changed before you release it.`)

const seconds =
  process.env['SOURCE_DATE_EPOCH'] ??
  execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).trim()
const files = await build()
if (process.argv.includes('--twice')) {
  const again = await build()
  const other = [...files].filter(([name, bytes]) => !again.get(name)?.equals(bytes))
  if (other.length > 0)
    throw new Error(`Built twice, these differ: ${other.map(([name]) => name).join(', ')}.`)
}

rmSync(target, { recursive: true, force: true })
mkdirSync(target)
for (const [name, bytes] of files) writeFileSync(join(target, name), bytes)
const sums = [...files].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join('')
writeFileSync(join(target, 'SHA256SUMS'), sums)
process.stdout.write(`\nrelease/ of ${version}:\n${sums}`)

/** Builds the app; gives the files to hand out by their names. */
async function build(): Promise<Map<string, Buffer>> {
  execFileSync('npm', ['run', 'build'], {
    cwd: root,
    env: { ...process.env, SOURCE_DATE_EPOCH: seconds },
    stdio: ['ignore', 'inherit', 'inherit']
  })
  const zip = new JSZip()
  const date = new Date(Number(seconds) * 1000)
  for (const path of filesIn(site))
    if (path !== page)
      zip.file(path, readFileSync(join(site, path)), { date, createFolders: false })
  const bytes = await zip.generateAsync({
    type: 'nodebuffer',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 }
  })
  return new Map([
    [`laegna-${version}-site.zip`, bytes],
    [`laegna-${version}.html`, readFileSync(join(site, page))]
  ])
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/*
 * Languages run from right to left, too: styles say start and end, never left and right. Only what follows
 * the pointer or a place on the screen is measured from the left, from script.
 */

const root = join(import.meta.dirname, '../../src/ui')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) =>
  file.replaceAll('\\', '/')
)

/** Places on the screen, and CodeMirror's own cursor. */
const measured = ['style:left="{spot.left}px"', 'borderLeftColor', 'borderLeftWidth']

const physical = [
  /(?<![\w-])(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b/g,
  /(?<![\w-])border-(?:top|bottom)-(?:left|right)-radius/g,
  /(?<=[\s;{])(?:left|right): /g,
  /\b(?:text-align|float|clear): (?:left|right)\b/g,
  /\btranslateX(?:~|\((?!calc\([^;]*--way))/g,
  /\bstyle:(?:left|right)=[^\s>]*/g,
  /\b(?:margin|padding|border)(?:Left|Right)\w*/g
]

/** Four sides at once, of which right and left are not alike. */
const sides =
  /(?<![\w-])(?:margin|padding|inset|border-width)(?:: '?)([^\s;,()]+) ([^\s;,()]+) ([^\s;,()]+) ([^\s;,()']+)'?[;,]/g

/** The styles of a file: all of a sheet, and of a component what it says of styles. */
function styles(file: string): string {
  const text = readFileSync(join(root, file), 'utf8')
  if (!file.endsWith('.svelte')) return text
  const sheet = /<style[\s\S]*<\/style>/.exec(text)?.[0] ?? ''
  return [...text.matchAll(/\bstyle:[^\s>]+/g)].join('\n') + sheet
}

function physicalIn(text: string): string[] {
  // What is computed counts as one value.
  const styles = text.replace(/\((?:[^()]|\([^()]*\))*\)/g, (sum) =>
    sum.includes('--way') ? sum : '~'
  )
  const uneven = [...styles.matchAll(sides)].filter(([, , right, , left]) => right !== left)
  const all = [...physical.flatMap((pattern) => [...styles.matchAll(pattern)]), ...uneven]
  return all.map(([found]) => found).filter((found) => !measured.includes(found))
}

test('styles of the page say start and end, not left and right', () => {
  const found = files
    .filter((file) => /\.(?:svelte|css)$|theme\.ts$/.test(file))
    .flatMap((file) => physicalIn(styles(file)).map((what) => `${file}: ${what}`))
  expect(found, 'Use inline-start and inline-end; see src/ui/theme.css for --way.').toEqual([])
})

test.each([
  'margin-left: 1px;',
  '  left: 0;',
  'text-align: right;',
  'padding: 0 4px 0 8px;',
  'style:right="{x}px"',
  'transform: translateX(24px);'
])('%s is seen', (style) => {
  expect(physicalIn(`a {\n  ${style} }`)).not.toEqual([])
})

import { chromium } from 'playwright'
import { expect, test } from 'vitest'
import { browserArguments } from '../browser/browser-arguments.ts'
import { findBrowser } from '../browser/find-browser.ts'
import { project } from '../export/projects.ts'
import { exportTo, play } from './anki.ts'

const text = `# Biology

[/Q]One?[Q/] [/A]الخلية هي أصغر وحدة[A/]

# علم الأحياء

[/Q]Two?[Q/]

[/A]

Plain.

- النواة
- الغشاء

\`\`\`js
let a = 1
\`\`\`

[A/]
`

/** Where a text begins: at the left or the right of the card, as Anki's page shows it. */
async function edges(html: string, css: string, words: string[]): Promise<string[]> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments })
  try {
    const page = await browser.newPage({ viewport: { width: 600, height: 600 } })
    await page.setContent(
      `<!doctype html><style>${css}</style><body class="card"><div id="qa" dir="auto">${html}</div>`
    )
    return await page.evaluate((words) => {
      const walker = document.createTreeWalker(document.getElementById('qa')!, NodeFilter.SHOW_TEXT)
      const texts: Node[] = []
      while (walker.nextNode()) texts.push(walker.currentNode)
      return words.map((word) => {
        const range = document.createRange()
        range.selectNodeContents(texts.find((node) => node.textContent!.includes(word))!)
        const { left, right } = range.getBoundingClientRect()
        return left < window.innerWidth - right ? 'left' : 'right'
      })
    }, words)
  } finally {
    await browser.close()
  }
}

test.each(['anki-package', 'anki-text'] as const)(
  'in Anki each part of a card of %s runs as it reads, whatever is around it',
  async (exporter) => {
    const { path } = await exportTo(exporter, project([{ path: 'a.md', text }]))
    const { rendered } = await play([{ import: path }], { render: true })
    const sideOf = (word: string) => {
      const { back, css } = rendered.find(({ back }) => back.includes(word))!
      // Anki's own note types centre everything.
      return [back, css.replace('text-align: center', '')] as const
    }
    expect(await edges(...sideOf('One?'), ['Biology', 'One?', 'الخلية'])).toEqual([
      'left',
      'left',
      'right'
    ])
    const words = ['علم الأحياء', 'Two?', 'Plain.', 'النواة', 'let']
    expect(await edges(...sideOf('Two?'), words)).toEqual([
      'right',
      'left',
      'left',
      'right',
      'left'
    ])
  }
)

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { project } from '../export/projects.ts'
import { exportTo, play } from './anki.ts'

test.each(['anki-package', 'anki-text'] as const)(
  'what only looks like a command of Anki is text in an %s',
  async (exporter) => {
    const sample = `${import.meta.dirname}/../samples/A5-anki-commands-are-text/input.md`
    const text = `# [sound:title.mp3] [$]t[/$] {{c1::t}}\n\n${readFileSync(sample, 'utf8')}`
    const input = project([{ path: '[latex]file[/latex].md', text }])
    const { path } = await exportTo(exporter, input)
    const { rendered } = await play([{ import: path }], { render: true })
    expect(rendered).toHaveLength(2)
    for (const { front, back, sounds } of rendered) {
      expect(sounds).toEqual([])
      // Anki puts its own element, or a picture, in the place of what it takes up.
      expect(front + back).not.toMatch(/\[(?:anki:|sound:|latex|\$|\[type:)|<img|class="?cloze/i)
      expect(front + back).not.toContain('{{')
    }
  }
)

import { render } from 'svelte/server'
import { exampleProject } from '../../src/examples/example-project.ts'
import { languages } from '../../src/language/languages.ts'
import { defaultSettings } from '../../src/laegna.ts'
import { App as State } from '../../src/state/app.svelte.ts'
import { givenNames } from '../../src/state/library/given-names.ts'
import App from '../../src/ui/App.svelte'

/** As many lines as the highest screen shows. */
const mostLines = 80

/** What a first visit shows. */
export interface Picture {
  /** The page in English, with the example's text in the place where the editor will be. */
  html: string
  /** The lines of the example in every language, by its code. */
  lines: Record<string, string[]>
}

/** The page as a first visit shows it, drawn with its own components. */
export async function picture(): Promise<Picture> {
  const files = await exampleProject('en')
  const app = new State()
  app.project.load(
    {
      project: {
        id: '',
        name: givenNames.example,
        revision: 0,
        settings: defaultSettings,
        paths: files.map(({ path }) => path),
        sample: true,
        createdAt: 0,
        changedAt: 0,
        deletedAt: null
      },
      files: files.map((file) => ({ ...file, revision: 0, strand: '' })),
      media: [],
      conflicts: [],
      damaged: []
    },
    files[0]?.path
  )
  const { body } = render(App, { props: { app } })
  const editor = /<div class="editor\b[^>]*>(?=<\/div>)/
  if (!editor.test(body)) throw new Error('The page is drawn without an editor: mend picture.ts.')
  const lines: Picture['lines'] = {}
  for (const { code } of languages) lines[code] = linesOf((await exampleProject(code))[0]?.text)
  return { html: body.replace(editor, (tag) => tag + numbered(lines['en'] ?? [])), lines }
}

function linesOf(text = ''): string[] {
  return text.split('\n').slice(0, mostLines)
}

/** Lines as the editor shows them, with their numbers. */
function numbered(lines: string[]): string {
  const rows = lines.map(
    (line, at) => `<div><i>${at + 1}</i><p>${asWords(line) || '<br>'}</p></div>`
  )
  return `<div class="first-text">${rows.join('')}</div>`
}

function asWords(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

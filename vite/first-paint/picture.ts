import { render } from 'svelte/server'
import { exampleProject } from '../../src/examples/example-project.ts'
import { defaultSettings } from '../../src/laegna.ts'
import { App as State } from '../../src/state/app.svelte.ts'
import { givenNames } from '../../src/state/library/given-names.ts'
import App from '../../src/ui/App.svelte'

/** As many lines as the highest screen shows. */
const mostLines = 80

/**
 * The page as a first visit shows it, drawn with its own components: HTML, with the example's text in the place where the
 * editor will be.
 */
export async function picture(): Promise<string> {
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
  return body.replace(editor, (tag) => tag + lines(files[0]?.text ?? ''))
}

/** A text as the editor shows it, with the numbers of its lines. */
function lines(text: string): string {
  const rows = text
    .split('\n')
    .slice(0, mostLines)
    .map((line, at) => `<div><i>${at + 1}</i><p>${asWords(line) || '<br>'}</p></div>`)
  return `<div class="first-text">${rows.join('')}</div>`
}

function asWords(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

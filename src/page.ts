import { mount } from 'svelte'
import { App as State } from './state/app.svelte.ts'
import App from './ui/App.svelte'
import { breathe } from './ui/in-turn.ts'
import './ui/trusted-types.ts'
import './ui/theme.css'
import './ui/base.css'

void begin()

/**
 * The page first, in tasks of its own, and beside it the text; then what is to be told and what the page was opened with; then it is kept
 * for use without a network.
 */
async function begin(): Promise<void> {
  const target = document.querySelector('#app')
  if (!target) throw new Error('The page has no #app.')
  await breathe()
  const app = new State()
  // What is stored comes while the page is drawn.
  const started = app.start()
  await breathe()
  mount(App, { target, props: { app } })
  await started
  await app.tellOfCutOff()
  await app.takeArrivals()
  await app.takeUpdates(import.meta.url)
}

import { mount } from 'svelte'
import { App as State } from './state/app.svelte.ts'
import App from './ui/App.svelte'
import { endFirstPaint } from './ui/first-paint.ts'
import './ui/trusted-types.ts'
import './ui/theme.css'
import './ui/base.css'

const target = document.querySelector('#app')
if (!target) throw new Error('The page has no #app.')

const app = new State()
mount(App, { target, props: { app } })
void begin()

/**
 * The text first, then what is to be told and what the page was opened with; then it is kept for use
 * without a network.
 */
async function begin(): Promise<void> {
  await app.start().finally(endFirstPaint)
  await app.tellOfCutOff()
  await app.takeArrivals()
  await app.takeUpdates(import.meta.url)
}

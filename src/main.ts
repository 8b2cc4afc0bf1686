import { mount } from 'svelte'
import { App as State } from './state/app.svelte.ts'
import App from './ui/App.svelte'
import './ui/theme.css'
import './ui/base.css'

const target = document.querySelector('#app')
if (!target) throw new Error('The page has no #app.')

const app = new State()
mount(App, { target, props: { app } })
// The page is there first; then it is kept for use without a network.
void app.start().then(() => app.updates.start(import.meta.url))

import type { ElementContent } from 'hast'
import dart from 'highlight.js/lib/languages/dart'
import dockerfile from 'highlight.js/lib/languages/dockerfile'
import elixir from 'highlight.js/lib/languages/elixir'
import haskell from 'highlight.js/lib/languages/haskell'
import julia from 'highlight.js/lib/languages/julia'
import latex from 'highlight.js/lib/languages/latex'
import matlab from 'highlight.js/lib/languages/matlab'
import powershell from 'highlight.js/lib/languages/powershell'
import scala from 'highlight.js/lib/languages/scala'
import { common, createLowlight } from 'lowlight'

const lowlight = createLowlight({
  ...common,
  ...{ dart, dockerfile, elixir, haskell, julia, latex, matlab, powershell, scala }
})
lowlight.registerAlias({ xml: ['vue', 'vue-html', 'svelte'], shell: ['sh-session', 'cmd'] })

/** So much text is more than anybody reads, and colouring it would take seconds. */
const most = 50_000

/** The text in spans of classes `hljs-…`, which hold text and such spans alone. */
export function colourCode(text: string, language: string): ElementContent[] | undefined {
  if (text.length > most || !lowlight.registered(language)) return undefined
  return lowlight
    .highlight(language, text)
    .children.filter((child): child is ElementContent => child.type !== 'doctype')
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { languages } from '../../src/language/languages.ts'
import { readCatalogue, wordings } from '../texts/catalogues.ts'
import { keyOf } from '../texts/text.ts'
import { words } from './words.ts'

const style = readFileSync(join(import.meta.dirname, 'not-come.css'), 'utf8')

/**
 * Lets the HTML itself say what to do where its scripts do not come, fail or are switched off: the page would be blank, or
 * a picture of itself in which nothing answers. `public/theme.js` says what failed and which language is the page's;
 * `src/ui/first-paint.ts` takes it away.
 */
export function notCome(): Plugin {
  return {
    name: 'not-come',
    apply: 'build',
    transformIndexHtml: (html) =>
      html
        .replace('<html', (tag) => `${tag} data-languages="${finished().join(' ')}"`)
        .replace('</head>', () => `  <style>${rules()}</style>\n  </head>`)
        .replace('</body>', () => `  ${late()}\n    ${scriptless()}\n  </body>`)
  }
}

/** The languages that a page takes by itself: `public/theme.js` knows by them which is its own. */
function finished(): string[] {
  return languages.filter(({ unfinished }) => !unfinished).map(({ code }) => code)
}

function late(): string {
  const button = `<button type="button">${inAll('span', words.reload)}</button>`
  return `<div id="late" role="alert">${inAll('p', words.late)}${button}</div>`
}

/** Nothing can say here which language is the page's. */
function scriptless(): string {
  return `<noscript>${inAll('p', words.scriptless)}</noscript>`
}

function inAll(element: 'p' | 'span', text: string): string {
  const said = languages.map(({ code }) => {
    const own = wordings(readCatalogue(code)).get(keyOf({ id: text }))?.[0] ?? text
    return `<${element} lang="${code}">${own}</${element}>`
  })
  return said.join('')
}

function rules(): string {
  const [first, ...others] = languages.map(({ code }) => code)
  const isOther = others.map((code) => `:lang(${code})`).join()
  const shown = [
    `:root:not(${isOther}) #late [lang=${first}]`,
    ...others.map((code) => `:root:lang(${code}) #late [lang=${code}]`)
  ]
  const all = `${style}${shown.join()}{display:revert}`
  return all.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ')
}

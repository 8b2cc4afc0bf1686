import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, Rolldown, UserConfig } from 'vite'
import { bomFile, licencesFile } from './licences/plugin.ts'
import { hash, styleHashes, withPolicy } from './policy.ts'

const newWorker =
  /new Worker\(\s*new URL\((['"])(?<file>[^'"]+)\1, import\.meta\.url\),\s*\{\s*type: 'module',\s*(?<options>[^}]*)\}\s*\)/g

/**
 * Builds `laegna.html`, the whole app in one file that opens from a disk. There a page has no module
 * workers and may fetch nothing: so workers are started from text that stands in the page, and
 * everything that is else loaded later stands in it too.
 */
export function singleFile(): Plugin {
  let root = ''
  return {
    name: 'single-file',
    enforce: 'pre',
    config,
    configResolved: (resolved) => void (root = resolved.root),
    transform(code, id) {
      return id.includes('/src/') ? startFromText(code) : undefined
    },
    transformIndexHtml: { order: 'pre', handler: (html) => withoutNeighbours(html, root) },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = assemble(bundle)
        for (const name of Object.keys(bundle)) Reflect.deleteProperty(bundle, name)
        this.emitFile({ type: 'asset', fileName: 'laegna.html', source: page })
      }
    }
  }
}

function config(): UserConfig {
  const whole = { output: { codeSplitting: false } }
  return {
    publicDir: false,
    worker: { format: 'iife', rolldownOptions: whole },
    build: {
      // It goes beside the page of the other build.
      emptyOutDir: false,
      assetsInlineLimit: Infinity,
      cssCodeSplit: false,
      modulePreload: false,
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: whole
    }
  }
}

function startFromText(code: string): string | undefined {
  const imports: string[] = []
  const changed = code.replace(newWorker, (_, __, file: string, options: string) => {
    const name = `WorkerInPage${imports.length}`
    imports.push(`import ${name} from '${file}?worker&inline'`)
    return `new ${name}({ ${options} })`
  })
  return imports.length > 0 ? [...imports, changed].join('\n') : undefined
}

/** The page's head without what it would ask of files beside it. */
function withoutNeighbours(html: string, root: string): string {
  const read = (name: string) => readFileSync(join(root, 'public', name), 'utf8')
  const icon = `data:image/svg+xml,${encodeURIComponent(read('icon.svg').replace(/\s+/g, ' '))}`
  return html
    .replace(/ *<link rel="(?:manifest|apple-touch-icon)"[^>]*>\n/g, '')
    .replace('./icon.svg', () => icon)
    .replace('<script src="./theme.js">', () => `<script>${read('theme.js')}`)
}

function assemble(bundle: Rolldown.OutputBundle): string {
  let html = ''
  let script = ''
  let style = ''
  let licences = ''
  for (const file of Object.values(bundle)) {
    if (file.type === 'chunk') script += inPage(file.code)
    else if (file.fileName.endsWith('.html')) html = String(file.source)
    else if (file.fileName.endsWith('.css')) style += String(file.source)
    else if (file.fileName === licencesFile) licences = String(file.source)
    else if (file.fileName === bomFile) continue
    else
      throw new Error(`${file.fileName} would be missing beside laegna.html: put it into the page.`)
  }
  const first = /<script>([^]*?)<\/script>/.exec(html)?.[1] ?? ''
  const page = html
    // First, while no script is in it that may hold these words, too.
    .replace('</body>', () => `<template id="licences">${asWords(licences)}</template></body>`)
    .replace(
      /<script type="module"[^>]*><\/script>/,
      () => `<script type="module">${script}</script>`
    )
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`)
  return withPolicy(page, {
    scripts: `${hash(first)} ${hash(script)}`,
    styles: styleHashes(page),
    // What stands in the page as `data:` is asked for like a file; it goes nowhere.
    connections: 'data:',
    frames: "'none'"
  })
}

function asWords(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** Script as it may stand inside HTML: in its texts and patterns `\x3c` is `<`, but begins no tag. */
function inPage(code: string): string {
  return code.replace(/<(?=!--|\/?script)/gi, '\\x3c')
}

import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** What the page loads and runs of its own: `'self'`, or the hashes of what stands inside it. */
export interface Own {
  scripts: string
  styles: string
  /** Where the page may connect to, beside Anki on this computer. */
  connections: string
  /** What it may show in frames: the page that diagrams are drawn in. */
  frames: string
}

/**
 * The page's Content-Security-Policy: its own files, WebAssembly for writing Anki packages, and one
 * address to connect to, Anki on this computer, which is asked only when somebody sends cards there.
 */
export function policy({ scripts, styles, connections, frames }: Own): string {
  return [
    "default-src 'none'",
    `script-src ${scripts} 'wasm-unsafe-eval'`,
    `style-src ${styles}`,
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src ${connections} http://127.0.0.1:8765`.replace('  ', ' '),
    `frame-src ${frames}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    // Svelte's own templates, HTML that was sanitised, and what starts workers (`src/ui/trusted-types.ts`).
    "require-trusted-types-for 'script'",
    'trusted-types svelte-trusted-html laegna default'
  ].join('; ')
}

/** A page's head with the policy in it, before anything that it is to hold for. */
export function withPolicy(html: string, own: Own): string {
  const tag = `<meta http-equiv="Content-Security-Policy" content="${policy(own)}" />`
  return html.replace('<meta charset="utf-8" />', (charset) => `${charset}\n    ${tag}`)
}

/** Puts the policy into the built page; the dev server injects inline script and styles of its own. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: (html) =>
      withPolicy(html, {
        scripts: "'self'",
        styles: `'self' ${styleHashes(html)}`,
        connections: "'self'",
        frames: "'self'"
      })
  }
}

/** A script or style sheet that stands in the page, as the policy names it. */
export function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** The style sheets that stand in a page, as the policy names them. */
export function styleHashes(html: string): string {
  const styles = Array.from(html.matchAll(/<style>([^]*?)<\/style>/g), ([, style = '']) => style)
  return styles.map(hash).join(' ')
}

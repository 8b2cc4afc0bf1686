/**
 * The front door: everything that the page, its workers and other programs use to read Laegna
 * Markdown and to write cards and datasets. Runs alike in Node, a worker and a page.
 */
export { compile } from './document/compile.ts'
export { renderHtml } from './document/render-html.ts'
export { defaultSettings } from './document/settings.ts'
export type * from './document/model.ts'

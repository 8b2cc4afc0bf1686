import { toText } from 'hast-util-to-text'
import type { Element, ElementContent, Parents, Root } from 'hast'
import { element, find, isElement, property, replaceElements, style } from './elements.ts'

const byClass =
  /(?:^|\s)(?:language|lang|highlight-source|highlight|brush:?|sourceCode)[-\s:]\s*([\w+#.-]+)/i

/** Leaves of blocks of code their text and language only: pages put bars and line numbers beside it. */
export function plainCode(tree: Root): void {
  replaceElements(tree, (node, parent) =>
    isElement(node, 'pre') ? [plain(node, parent)] : undefined
  )
}

function plain(pre: Element, parent: Parents): ElementContent {
  const code = find(pre, (node) => isElement(node, 'code') && style(node, 'display') !== 'none')
  const box = isElement(parent.type === 'root' ? undefined : parent) ? [parent] : []
  const language = [code, pre, ...box].reduce((known, one) => known || languageOf(one), '')
  const text: ElementContent = { type: 'text', value: toText(code ?? pre, { whitespace: 'pre' }) }
  const className = language ? { className: [`language-${language}`] } : {}
  return element('pre', [element('code', [text], className)])
}

function languageOf(node: Element | Parents | undefined): string {
  if (node?.type !== 'element') return ''
  const named =
    property(node, 'dataLanguage') || property(node, 'dataLang') || property(node, 'lang')
  const language = named || byClass.exec(property(node, 'className'))?.[1] || ''
  return /^(?:none|plaintext|text|hljs|\w\w-\w\w)$/i.test(language) ? '' : language
}

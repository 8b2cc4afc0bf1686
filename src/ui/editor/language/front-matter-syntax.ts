import { tags } from '@lezer/highlight'
import type { MarkdownConfig } from '@lezer/markdown'
import { headerFenceOf } from '../../../laegna.ts'
import { onceForText } from './whole-text.ts'

/** Where the front matter of a text ends, if it has any. */
const endOf = onceForText((whole) => {
  const text = whole.read()
  const fence = headerFenceOf(text)
  if (!fence) return { end: undefined }
  const closer = fence === '---' ? /\n---[ \t]*(?=\n|$)/g : /\n\+\+\+[ \t]*(?=\n|$)/g
  closer.lastIndex = text.indexOf('\n')
  const found = closer.exec(text)
  return { end: found ? found.index + found[0].length : undefined }
})

/** Front matter (L5.6): tags in it are literal. */
export const frontMatterSyntax: MarkdownConfig = {
  defineNodes: [{ name: 'FrontMatter', block: true, style: tags.meta }],
  parseBlock: [
    {
      name: 'FrontMatter',
      before: 'IndentedCode',
      parse(context, line) {
        if (context.lineStart > 0 || line.pos > 0 || !/^(?:---|\+\+\+)/.test(line.text))
          return false
        const end = endOf(context)?.end
        if (end === undefined) return false
        while (context.nextLine() && context.lineStart <= end);
        context.addElement(context.elt('FrontMatter', 0, end))
        return true
      }
    }
  ]
}

import { LanguageDescription, ParseContext } from '@codemirror/language'
import { languages } from '@codemirror/language-data'
import { parseCode, type MarkdownExtension } from '@lezer/markdown'

/** Reads code in fences as what it is; each language is loaded when a text first holds it. */
export const codeLanguages: MarkdownExtension = parseCode({
  codeParser(info) {
    const name = /^[^\s{]+/.exec(info)?.[0] ?? /\.([\w+-]+)/.exec(info)?.[1]
    const found = name === undefined ? null : LanguageDescription.matchLanguageName(languages, name)
    if (!found) return null
    return found.support?.language.parser ?? ParseContext.getSkippingParser(found.load())
  }
})

/** What stands before the name of a thing that is defined, by language. Small letters. */
const definitions =
  'definitions?|defn?|definitionen|begriff|definición|definiciones|definição|definizione|définitions?|определени[ея]|definitsioon|mõiste|määratlus|definicja|定义|定義'

/** What stands before a statement that may have a name; it belongs to the name. */
const theorems =
  'theorem|lemma|proposition|corollary|axiom|satz|hilfssatz|korollar|teorema|lema|proposición|corolario|théorème|lemme|corollaire|теорема|лемма|следствие|teoreem|lause|定理|引理'

const number = String.raw`(?:[ \t]*(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,4}(?![\p{L}])))?[.:：]?`

/** The beginning of a bold definition, with what stands behind it: perhaps its name. */
export const definitionHead = new RegExp(
  `^(?<head>(?:${definitions})${number}(?!\\p{L})[ \\t]*)(?<name>.*)$`,
  'iu'
)
/** The same of a theorem. */
export const theoremHead = new RegExp(
  `^(?<head>(?:${theorems})${number}(?!\\p{L})[ \\t]*)(?<name>.*)$`,
  'iu'
)
/** Begins what is no name: `Definition of force`. */
export const noName = /^(?:of|der|des|von|de|du|d['’]|del|della|di|da|et)(?!\p{L})/iu

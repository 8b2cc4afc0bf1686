/**
 * What stands between a thing and what it is, where a sentence says it, by language. What follows
 * `is` has to look like the beginning of a definition; words for `means` need nothing.
 */
const being: readonly string[] = [
  // English
  String.raw`(?:is|are|was|were)[ \t]+(?!the[ \t]+(?:next|same|following|last|latest|reason|case|only)\b|an?[ \t]+(?:bit|lot|little|few|must|mess|good|great|bad|pain)\b)(?:an?|the|one[ \t]+of|any|when|where|how|what|those|each|every|a[ \t]+type)(?=[ \t])`,
  String.raw`(?:means|refers[ \t]+to|denotes|stands[ \t]+for|is[ \t]+called|(?:is|are)[ \t]+defined[ \t]+as|describes|consists?[ \t]+of)(?=[ \t])`,
  String.raw`are[ \t]+(?:\p{Ll}+[ \t]+)?\p{Ll}{2,}s[ \t]+(?:that|which|who|of|in|made|with|from)(?=[ \t])`,
  // German
  String.raw`(?:ist|sind|war|waren)[ \t]+(?:ein|eine|einer|eines|der|die|das|den|jede[rs]?)(?=[ \t])`,
  String.raw`(?:bedeutet|bezeichnet|versteht[ \t]+man|versteht[ \t]+sich|verstehen[ \t]+wir|heißt|nennt[ \t]+man|beschreibt|besteht[ \t]+aus)(?=[ \t])`,
  // Spanish
  String.raw`(?:es|son|era|fue|fueron)[ \t]+(?:una?|unos|unas|el|la|los|las|cada|aquel|cuando)(?=[ \t])`,
  String.raw`(?:significa|designa|denota|se[ \t]+refiere[ \t]+a|consiste[ \t]+en|se[ \t]+llama|se[ \t]+define[ \t]+como)(?=[ \t])`,
  // French
  String.raw`(?:est|sont|était|étaient|fut)[ \t]+(?:une?|des|les?|la|l['’]|chaque|l’un)(?=[ \t\p{L}])`,
  String.raw`(?:signifie|désigne|désignent|s['’]appelle|consiste[ \t]+en|se[ \t]+définit[ \t]+comme)(?=[ \t])`,
  // Russian
  String.raw`(?:[—–-][ \t]*)?(?:это|является|являются|называется|называют|означает|обозначает|состоит[ \t]+из)(?=[ \t])`,
  // Estonian: `on protsess, milles taim …` says it in one word and what is so of it.
  String.raw`(?:on|oli|olid)(?=[ \t]+\p{L}+(?:,[ \t]+(?:mi[sd]|mille\p{L}*|milli\p{L}*|kes|kelle\p{L}*|keda|kus))?[ \t]+\p{L})`,
  String.raw`(?:tähendab|tähistab|nimetatakse|koosneb)(?=[ \t])`,
  // Chinese, Japanese
  String.raw`(?:是指|是一|指的是|就是|是|指|即|又称|称为|叫做|意思是)(?=[^\s，。,.])`,
  String.raw`(?:とは|は)[、,]?(?=[^\s。])`
]

export const isBeing = new RegExp(`^[ \\t]*(?:${being.join('|')})`, 'iu')

/** What may stand before the thing: an article. */
export const article =
  /^(?:unter(?:[ \t]+(?:eine[mr]?|der|dem|den))?|the|an?|der|die|das|eine?|el|la|los|las|una?|les?|l['’]|une?|des)[ \t]+|^l['’]/i

/** Abbreviations after which a sentence goes on, though a full stop ends them. */
export const abbreviations =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|cf|vs|ca|approx|no|fig|dr|mr|mrs|st|z\.\s?b|d\.\s?h|u\.\s?a|bzw|usw|nr|p\.\s?ej|ej|p\.\s?ex|т\.\s?е|т\.\s?д|напр|г|гг|нпр|nt|jne|s\.t|\p{L})\.$/iu

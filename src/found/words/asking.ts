/** How questions begin that ask for something to know, by language. */
const beginnings: readonly string[] = [
  String.raw`what(?!['’]?s?[ \t]+(?:about|if|now|next))|what['’]s|which|who|whose|whom|when|where|why|how(?![ \t]+about)|name[ \t]`,
  String.raw`was(?![ \t]+(?:the|an?|it|this|that|there|he|she|they|we|you|his|her)(?!\p{L}))|welche[rsnm]?|wer|wen|wem|wessen|wann|wo|woher|wohin|wovon|woraus|womit|wodurch|wozu|warum|wieso|weshalb|wie(?:[ \t]+viele?)?`,
  String.raw`¿?(?:(?:a|en|de|con|para|por)[ \t]+)?(?:qué|cuál(?:es)?|quién(?:es)?|cuándo|dónde|cómo|cuánt[oa]s?)`,
  String.raw`(?:à|de|en|par)?[ \t]*(?:qu['’]|que|quel(?:le)?s?|qui|quand|où|pourquoi|comment|combien)`,
  String.raw`che|cos['’]è|cosa|qual[ei]?|quale|qual['’]è|chi|quando|dove|perch[ée]|come|quant[oaie]`,
  String.raw`o[ \t]+que|que|qual|quais|quem|quando|onde|por[ \t]+que|como|quant[oa]s?`,
  String.raw`что|как(?:ой|ая|ое|ие)?|кто|когда|где|куда|откуда|почему|зачем|сколько|чем`,
  String.raw`mi(?:s|da|lles?|llal|lline|llised|ks|tu)|kes|kus|kuhu|kust|kuidas|kui[ \t]+palju`,
  String.raw`co|jak(?:i|a|ie)?|kto|kiedy|gdzie|dlaczego|ile|czym`
]

const begins = new RegExp(
  `^(?:(?:in|at|from|by|of|to|for|with)[ \\t]+)?(?:${beginnings.join('|')})(?!\\p{L})`,
  'iu'
)
const eastern =
  /什么|什麼|为什么|為什麼|如何|怎么|怎麼|哪|谁|誰|何|几|多少|なぜ|どう|どこ|いつ|どの|なに|とは/u

/** Whether a question asks for something to know, and not whether something is so. */
export function asksForMore(words: string): boolean {
  return begins.test(words) || eastern.test(words)
}

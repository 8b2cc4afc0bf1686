/** Words that stand over the columns of cards. */
const words = {
  question:
    /^(?:question|front|term|word|prompt|frage|vorderseite|begriff|pregunta|anverso|recto|вопрос|问题|正面)s?$/i,
  answer:
    /^(?:answer|back|definition|meaning|translation|antwort|rückseite|respuesta|reverso|réponse|verso|ответ|答案|背面)s?$/i,
  tags: /^(?:tags?|labels?|categor(?:y|ies)|schlagw(?:ort|örter)|etiquetas?|теги|标签)$/i
}

/** What a table seems to be, until a person says something else; columns count from 0. */
export interface Guess {
  hasHead: boolean
  question: number
  answer: number
  /** -1: none. */
  tags: number
}

/** Guesses by the words in the first row. */
export function guess(rows: string[][]): Guess {
  const head = rows[0] ?? []
  const at = (kind: keyof typeof words): number => head.findIndex((cell) => words[kind].test(cell))
  const [named, answered, tagged] = [at('question'), at('answer'), at('tags')]
  const hasHead = named >= 0 || answered >= 0 || tagged >= 0
  const free = head.map((_, column) => column).filter((column) => column !== tagged)
  const question = named >= 0 ? named : (free.find((column) => column !== answered) ?? 0)
  const answer = answered >= 0 ? answered : (free.find((column) => column !== question) ?? 1)
  return { hasHead, question, answer, tags: tagged }
}

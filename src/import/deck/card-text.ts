/** A card as Laegna Markdown: on two lines where both sides are one paragraph, else on lines of its own. */
export function cardText({ question, answer }: { question: string; answer: string }): string {
  const sides = [tagged('Q', question)]
  if (answer !== '') sides.push(tagged('A', answer))
  const isShort = sides.every((side) => !side.includes('\n'))
  return sides.join(isShort ? '\n' : '\n\n')
}

function tagged(letter: string, text: string): string {
  const [open, close] = [`[/${letter}]`, `[${letter}/]`]
  // A backslash at the end would take the tag's bracket for a sign.
  const whole = /(?<!\\)(?:\\\\)*\\$/.test(text) ? `${text}\\` : text
  return isOneLine(text) ? open + whole + close : `${open}\n\n${text}\n\n${close}`
}

/** Whether it is the text of a paragraph: a block begins on a line of its own only. */
function isOneLine(text: string): boolean {
  return (
    !text.includes('\n') &&
    !/^(?:[-*+>|#]|\d+[.)]\s|`{3}|\$\$|<[a-z!/?]|\[\^|\[[ x]\]|:\s| {4}|\t)/i.test(text)
  )
}

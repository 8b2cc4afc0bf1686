/** What names of Markdown files end with, MDX, Quarto and R Markdown among them. */
export const markdownEndings = ['.md', '.markdown', '.mdown', '.mkd', '.mdx', '.qmd', '.rmd']

/** The ending of a path that says Markdown. */
export const markdownEnding = endingIn(markdownEndings)

/** The ending of a path that says Markdown or plain text. */
export const textEnding = endingIn([...markdownEndings, '.txt'])

function endingIn(endings: string[]): RegExp {
  return new RegExp(`(?:${endings.join('|').replaceAll('.', '\\.')})$`, 'i')
}

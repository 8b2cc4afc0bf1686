const tag = /<[a-z][^\s/>]*(?:"[^"]*"|[^">])*>/gi
const attribute = / ([a-z-]+)(?:="([^"]*)")?/gi

/**
 * Changes attributes in HTML as our serialiser writes it: `change` gets the name and the value as it
 * stands there, and gives the whole attribute anew; undefined leaves it, an empty text takes it out.
 */
export function rewriteAttributes(
  html: string,
  change: (name: string, value: string) => string | undefined
): string {
  return html.replace(tag, (whole) =>
    whole.replace(attribute, (written: string, name: string, value = '') => {
      const changed = change(name, String(value))
      return changed === undefined ? written : changed && ` ${changed}`
    })
  )
}

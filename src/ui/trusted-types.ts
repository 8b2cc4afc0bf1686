/** What the browser makes of a string once a policy vouches for it. */
type Trusted = string & { readonly trusted: unique symbol }

interface Rules {
  createHTML?: (html: string) => string
  createScriptURL?: (address: string) => string | undefined
}

interface Factory {
  createPolicy(name: string, rules: Rules): { createHTML(html: string): Trusted }
}

/** Nothing in a browser without Trusted Types; TypeScript does not know them. */
const { trustedTypes: factory } = globalThis as { trustedTypes?: Factory }

const sanitised = factory?.createPolicy('laegna', { createHTML: (html) => html })

/** HTML of `renderHtml` or of a card as the page's policy lets it in: for `SafeHtml` alone. */
export function vouchFor(html: string): string {
  return sanitised?.createHTML(html) ?? html
}

// For all other strings that would be script, so that none is but the page's own files and workers.
factory?.createPolicy('default', {
  createScriptURL: (address) => (isOwn(new URL(address, location.href)) ? address : undefined)
})

function isOwn({ protocol, origin }: URL): boolean {
  return protocol === 'blob:' || (protocol.startsWith('http') && origin === location.origin)
}

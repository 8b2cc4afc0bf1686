const named: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>' }

/** Text as it was before it became HTML, by the references that our serialisers write. */
export function readReferences(html: string): string {
  if (!html.includes('&')) return html
  return html.replace(
    /&(?:(amp|quot|lt|gt)|#(\d{1,6})|#x([\da-f]{1,5}));/gi,
    (whole, name?: string, decimal?: string, hex?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
    }
  )
}

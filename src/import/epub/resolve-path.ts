/** The path inside a zip that an address in one of its files means, without what follows `#`. */
export function resolvePath(from: string, address: string): string {
  const [plain = ''] = address.split(/[#?]/)
  if (plain === '') return from
  const parts = plain.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of decode(plain).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

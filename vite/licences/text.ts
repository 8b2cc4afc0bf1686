import type { Shipped } from './shipped.ts'

/** All licences as one text; packages with the same words stand together. */
export function textOf(shipped: readonly Shipped[]): string {
  const byText = new Map<string, Shipped[]>()
  for (const one of shipped) {
    const key = one.text || `Licence: ${one.licence}`
    const known = byText.get(key)
    if (known) known.push(one)
    else byText.set(key, [one])
  }
  const parts = [...byText].map(([text, of]) => {
    const names = of.map(({ name, version, licence }) => `${name} ${version} (${licence})`)
    return `${names.join('\n')}\n\n${text}\n`
  })
  return `Laegna AI Training is made with these packages.\n\n${parts.join(`\n${'-'.repeat(72)}\n\n`)}`
}

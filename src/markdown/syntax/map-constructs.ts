import type { Construct, ConstructRecord, Extension } from 'micromark-util-types'

/** An extension with other constructs of one kind, each what `change` makes of it. */
export function mapConstructs(
  extension: Extension,
  kind: 'document' | 'text',
  change: (construct: Construct) => Construct
): Extension {
  const record = extension[kind]
  if (!record) return extension
  const changed: ConstructRecord = {}
  for (const [code, constructs] of Object.entries(record)) {
    changed[code] = [constructs ?? []].flat().map(change)
  }
  return { ...extension, [kind]: changed }
}

import { propertyNames } from '../../markdown/property-names.ts'

/** Names before `::` that ask for nothing: those of properties, and remarks. */
export const properties: ReadonlySet<string> = new Set([
  ...propertyNames,
  ...['todo', 'fixme', 'note', 'notes', 'nb', 'warning', 'hinweis', 'achtung']
])

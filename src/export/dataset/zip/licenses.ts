import { cleanLine } from '../../../render/clean-text.ts'
import type { FileResult } from '../../../document/model.ts'

/** Names by which the Hugging Face hub knows licences; any other is `other` there, with a name. */
const KNOWN = new Set(
  (
    'apache-2.0 mit openrail afl-3.0 artistic-2.0 bsl-1.0 bsd bsd-2-clause bsd-3-clause bsd-3-clause-clear c-uda cc ' +
    'cc0-1.0 cc-by-2.0 cc-by-2.5 cc-by-3.0 cc-by-4.0 cc-by-sa-3.0 cc-by-sa-4.0 cc-by-nc-2.0 cc-by-nc-3.0 cc-by-nc-4.0 ' +
    'cc-by-nd-4.0 cc-by-nc-nd-3.0 cc-by-nc-nd-4.0 cc-by-nc-sa-2.0 cc-by-nc-sa-3.0 cc-by-nc-sa-4.0 cdla-sharing-1.0 ' +
    'cdla-permissive-1.0 cdla-permissive-2.0 wtfpl ecl-2.0 epl-1.0 epl-2.0 etalab-2.0 eupl-1.1 eupl-1.2 agpl-3.0 gfdl ' +
    'gpl gpl-2.0 gpl-3.0 lgpl lgpl-2.1 lgpl-3.0 isc lppl-1.3c ms-pl mpl-2.0 odc-by odbl osl-3.0 postgresql ofl-1.1 ' +
    'ncsa unlicense zlib pddl unknown other'
  ).split(' ')
)

/** Licences that the headers of the files name, as written, each once; and how many files name none. */
export function licensesOf(files: FileResult[]): { named: string[]; without: number } {
  const named = files.flatMap(({ license = [] }) => license.map(cleanLine))
  const without = files.filter(({ license }) => !license).length
  return { named: [...new Set(named)], without }
}

/**
 * What a dataset card says of them: the hub's names, others as `other` with the name as written. Nothing where a file
 * names none: the card would say of it, too, what others say of theirs.
 */
export function licenseMetadata({ named, without }: ReturnType<typeof licensesOf>): object {
  if (named.length === 0 || without > 0) return {}
  const ids = [...new Set(named.map((name) => hubName(name) ?? 'other'))]
  const others = named.filter((name) => hubName(name) === undefined)
  return {
    license: ids.length === 1 ? ids[0] : ids,
    ...(others.length > 0 ? { license_name: others.join(', ') } : {})
  }
}

function hubName(name: string): string | undefined {
  const words = name.toLowerCase().replace(/[\s_]+/g, '-')
  const plain = words.replace(/-(?:only|or-later)$/, '')
  return [words, plain, plain.replace(/^cc-0$|^cc0$/, 'cc0-1.0')].find((id) => KNOWN.has(id))
}

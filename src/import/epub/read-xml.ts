import { DOMParser } from '@xmldom/xmldom'
import { isXmlTooDeep } from '../xml-depth.ts'

/** Elements of an XML file by their name without its prefix, in the order of the file; none of what is no XML. */
export function elementsIn(xml: string, name: string): Element[] {
  if (isXmlTooDeep(xml)) return []
  const errorHandler = { warning: ignore, error: ignore, fatalError: ignore }
  try {
    const document = new DOMParser({ errorHandler }).parseFromString(xml, 'text/xml')
    return Array.from(document.getElementsByTagNameNS('*', name))
  } catch {
    return []
  }
}

function ignore(): void {
  // What is wrong in one place of a book is no reason to read nothing of it.
}

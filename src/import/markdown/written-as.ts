import type { Emphasis } from 'mdast'

declare module 'mdast' {
  interface EmphasisData {
    /** What stands around its words in place of stars: `==`, or an element of HTML. */
    writtenAs?: readonly [before: string, after: string]
  }
}

/** The marks around an emphasis that is none of stars; `undefined` where it is one. */
export function writtenAs({
  data
}: Emphasis): readonly [before: string, after: string] | undefined {
  return data?.writtenAs
}

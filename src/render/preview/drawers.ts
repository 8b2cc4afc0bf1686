import type { ElementContent } from 'hast'

/** TeX → MathML; what cannot be drawn comes as it is written, and says why. */
export type DrawMath = (tex: string, isDisplay: boolean) => ElementContent[]

/** Source of a program → the same text in coloured pieces; undefined for a language nobody knows. */
export type DrawCode = (text: string, language: string) => ElementContent[] | undefined

/** What draws math and code. Each is large, and absent until a document asks for it. */
export interface Drawers {
  math?: DrawMath
  code?: DrawCode
}

export type DrawerName = keyof Drawers

/** Fetches drawers when they are first missing, and keeps them. */
export class LazyDrawers {
  current: Drawers = {}

  /** Says whether anything came: what cannot be fetched is left out, and asked for again next time. */
  async fetch(names: Iterable<DrawerName>): Promise<boolean> {
    const found = await Promise.allSettled([...names].map(load))
    const drawers = found.filter((result) => result.status === 'fulfilled')
    for (const { value } of drawers) this.current = { ...this.current, ...value }
    return drawers.length > 0
  }
}

async function load(name: DrawerName): Promise<Drawers> {
  switch (name) {
    case 'math':
      return { math: (await import('./math-ml.ts')).drawMath }
    case 'code':
      return { code: (await import('./colour-code.ts')).colourCode }
  }
}

/** As much of Temml as we use: its own types are found by no resolver that looks for ES modules. */
declare module 'temml' {
  export interface MathTree {
    /** Of a text. */
    text?: string
    /** Name of the element; a fragment has none. */
    type?: string
    attributes?: Record<string, unknown>
    children?: MathTree[]
    classes?: string[]
    style?: Record<string, unknown>
  }

  export interface MathOptions {
    displayMode: boolean
    throwOnError: boolean
    trust: boolean
    strict: boolean
    maxExpand: number
    maxSize: [number, number]
  }

  const temml: {
    /** Throws on TeX that it cannot read. */
    __renderToMathMLTree(tex: string, options: MathOptions): MathTree
  }
  export default temml
}

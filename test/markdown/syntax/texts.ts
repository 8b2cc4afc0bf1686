import { readFileSync } from 'node:fs'

/** `syntax.txt`, as it is. */
export const sample = readFileSync(`${import.meta.dirname}/syntax.txt`, 'utf8')

/** The texts in it: the constructs of this language, of notes and of TeX, and what comes close to them. */
export const texts = [...sample.matchAll(/^".*$/gm)].map(([line]) => JSON.parse(line) as string)

import { blocks } from './blocks.ts'
import { characters } from './characters.ts'
import { emphasis } from './emphasis.ts'
import type { Generators } from './generator.ts'
import { links } from './links.ts'
import { tags } from './tags.ts'

/** All of them, by what they are made of. */
export const classes: Record<string, Generators> = { emphasis, links, characters, blocks, tags }

export const generators: Generators = { ...emphasis, ...links, ...characters, ...blocks, ...tags }

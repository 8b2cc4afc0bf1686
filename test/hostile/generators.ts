import { blocks } from './blocks.ts'
import { characters } from './characters.ts'
import { emphasis } from './emphasis.ts'
import type { Generators } from './generator.ts'
import { links } from './links.ts'
import { tags } from './tags.ts'

/** All of them. */
export const generators: Generators = { ...emphasis, ...links, ...characters, ...blocks, ...tags }

import type { Extension } from 'micromark-util-types'
import { highlightText } from './highlight.ts'
import { noteLinks } from './wiki-link.ts'

/**
 * What programs for notes, Obsidian first of all, add to Markdown (N2): a construct a file beside this
 * one, each of which the setting `noteSyntax` leaves out. Their nodes are made in `note-nodes.ts`.
 */
export const noteSyntax: Extension[] = [highlightText, noteLinks]

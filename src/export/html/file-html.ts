import { utf8ToBytes } from '@noble/hashes/utils.js'
import { chapterOfPart } from '../../document/sections/find-part.ts'
import type { Chapter, FileResult, PreviewPiece } from '../../document/model.ts'
import { isAbsolute } from '../../render/address.ts'
import { diagramWords } from '../../render/diagram-words.ts'
import { idPrefix } from '../../render/schema.ts'
import { dataUrl } from '../shared/data-url.ts'
import { replaceDiagrams } from '../shared/diagram-blocks.ts'
import { escapeText } from '../shared/escape-text.ts'
import { rewriteAttributes } from './rewrite-attributes.ts'

const answerButton = /<button type="button"[^>]* class="tag tag-answer"[^>]*>A<\/button>/g

/** A link within the page opens no other one. */
const innerLink = /( href="#[^"]*") target="_blank" rel="noopener noreferrer"/g

/** What a file's HTML is put into the page with. */
export interface FilePlace {
  file: FileResult
  /** Which of the files it is, from 0. */
  at: number
  /** The files in the page, by their paths. */
  places: ReadonlyMap<string, { at: number; tree: Chapter[] }>
  /** For a page of its own; else styles, media and diagrams are left to who shows it. */
  own?: {
    /** The address of a medium by its path. */
    mediaUrl: (path: string) => string | undefined
    /** The picture of a diagram, as an SVG file; nothing where its code is to stay. */
    diagramSvg: (source: string) => string | undefined
  }
}

/** The name of a file's place in the page. */
export function placeOfFile(at: number): string {
  return `file-${at + 1}`
}

/** The name of a chapter's place in the page. */
export function placeOfChapter(at: number, id: string): string {
  return `${placeOfFile(at)}-${id}`
}

/** The pieces of a file's preview as they stand in a page without script. */
export function fileHtml(pieces: PreviewPiece[], place: FilePlace): string {
  const { file, at } = place
  const chapters = new Map(file.tree.flatMap((chapter) => startsOf(chapter, at)))
  return pieces.map(write).join('\n')

  function write({ html, line, block }: PreviewPiece): string {
    const name = chapters.get(line)
    const written = (name ? `<span id="${name}"></span>` : '') + stillHtml(html, place)
    if (block === 0) return written
    return `<div class="captured" title="${escapeText(`${file.fileId}#block${block}`)}">${written}</div>`
  }
}

function startsOf(chapter: Chapter, at: number): [number, string][] {
  const own: [number, string] = [chapter.startLine, placeOfChapter(at, chapter.id)]
  return [own, ...chapter.children.flatMap((child) => startsOf(child, at))]
}

function stillHtml(html: string, { file, at, places, own }: FilePlace): string {
  const still = html.replace(answerButton, '<span class="tag tag-answer">A</span>')
  const rewritten = rewriteAttributes(still, (name, value) => {
    switch (name) {
      case 'data-by':
      case 'data-said':
        return ''
      case 'data-style':
        return own && `style="${value}"`
      case 'data-media':
        return own && `src="${own.mediaUrl(readText(value)) ?? ''}"`
      case 'id':
      case 'aria-describedby':
        return `${name}="${ownId(value)}"`
      case 'href':
        return `href="${linkTo(value)}"`
      default:
        return undefined
    }
  })
  const linked = rewritten.replace(innerLink, '$1')
  return own ? replaceDiagrams(linked, (source) => diagram(own.diagramSvg(source), source)) : linked

  function diagram(svg: string | undefined, source: string): string | undefined {
    if (svg === undefined) return undefined
    const address = dataUrl('diagram.svg', utf8ToBytes(svg))
    return `<img src="${address}" alt="${escapeText(diagramWords(source))}">`
  }

  /** Two files may give a place the same name. */
  function ownId(id: string): string {
    return `${placeOfFile(at)}-${id}`
  }

  function linkTo(href: string): string {
    if (href.startsWith('#')) {
      return href === `#${idPrefix}` ? `#${placeOfFile(at)}` : `#${ownId(href.slice(1))}`
    }
    const path = isAbsolute(href) ? undefined : resolved(readText(href), file.path)
    const place = path === undefined ? undefined : places.get(path)
    if (!place) return href
    const part = decoded(/#(.*)$/s.exec(readText(href))?.[1] ?? '')
    const chapter = part === '' ? undefined : chapterOfPart(place.tree, part)
    return `#${chapter ? placeOfChapter(place.at, chapter.id) : placeOfFile(place.at)}`
  }
}

/** A path as it is seen from a file, without a part after `#` or `?`. */
function resolved(href: string, from: string): string {
  const path = href.replace(/[?#].*$/s, '')
  const levels = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const level of path.split('/')) {
    if (level === '..') levels.pop()
    else if (level !== '' && level !== '.') levels.push(level)
  }
  return decoded(levels.join('/'))
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** What the serialiser wrote as references in an attribute. */
function readText(value: string): string {
  return value
    .replace(/&#x([0-9a-f]+);?/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

import {
  attention,
  autolink,
  codeText,
  labelStartImage,
  labelStartLink
} from 'micromark-core-commonmark'
import type { Construct, Extension, State, TokenizeContext, Tokenizer } from 'micromark-util-types'
import { mapConstructs } from './map-constructs.ts'
import { FoundEarly, readingNow } from './reading.ts'

/**
 * Marks that may stand in one paragraph: a parser looks back from each to those before it. Of 408
 * files of books and manuals no paragraph has more than 60.
 */
const MOST_MARKS = 1000

/** Signs of emphasis in a row that count as one. */
const ONE_MARK = 3

/** How often, on the average, a character may be looked at. */
const MOST_LOOKS = 64
/** Looks that a short paragraph may take more than that. */
const FREE_LOOKS = 20_000

/** CommonMark's own constructs, for `heedCrowd` to watch in place of the parser's. */
export const watchedCommonmark: Extension = {
  disable: {
    null: [attention, autolink, codeText, labelStartImage, labelStartLink].flatMap(
      ({ name }) => name ?? []
    )
  },
  text: {
    33: labelStartImage,
    42: attention,
    60: autolink,
    91: labelStartLink,
    95: attention,
    96: codeText
  }
}

/** What costs nothing, or means something in plain text, too. */
const unwatched = new Set<string | undefined>(['tagText', 'bangBeforeTag', 'gapOpen', 'gapClose'])
/** What the parser looks back from: emphasis, deletions, highlights, and both ends of labels. */
const lookingBack = new Set(['!', '*', '=', '[', ']', '_', '~'].map((mark) => mark.charCodeAt(0)))

/** What was seen of one paragraph. */
interface Seen {
  start: number
  marks: number
  lastMark: number
  /** Signs in long runs that can open emphasis, and that can close it: each pair of them stands in another one. */
  opening: number
  closing: number
  looks: number
  reach: number
  isPlain: boolean
}

const seen = new WeakMap<TokenizeContext, Seen>()

/**
 * Watches the inline constructs of some extensions. A paragraph with more marks than any real one,
 * or with marks that are looked at again and again, goes into `crowd.found` of the reading; from there on, and where
 * it is known to be one from its beginning, nothing but tags, escapes and references is read in it.
 */
export function heedCrowd(extensions: Extension[]): Extension[] {
  const watched = new Map<Construct, Construct>()
  return extensions.map((extension) =>
    mapConstructs(extension, 'text', (construct) =>
      unwatched.has(construct.name) ? construct : watch(construct)
    )
  )

  function watch(construct: Construct): Construct {
    const known = watched.get(construct)
    if (known) return known
    const { name, tokenize, resolveAll } = construct
    const copy: Construct = {
      ...construct,
      // Under its own name it could be one of those that are disabled.
      name: `watched ${name ?? ''}`,
      tokenize(effects, ok, nok) {
        return tokenizeWatched(this, tokenize, effects, ok, nok)
      }
    }
    if (resolveAll) {
      copy.resolveAll = (events, context) =>
        seen.get(context)?.isPlain ? events : resolveAll(events, context)
    }
    watched.set(construct, copy)
    return copy
  }

  function tokenizeWatched(
    context: TokenizeContext,
    tokenize: Tokenizer,
    ...[effects, ok, nok]: Parameters<Tokenizer>
  ): State {
    const paragraph = seenOf(context)
    if (paragraph.isPlain) return nok
    let isDone = false
    let state: State | undefined = tokenize.call(context, effects, finish(ok), finish(nok))
    return start

    function start(code: number | null): State | undefined {
      const { offset } = context.now()
      // Several constructs try one sign.
      if (code !== null && lookingBack.has(code) && offset !== paragraph.lastMark) paragraph.marks++
      paragraph.lastMark = offset
      return step(code)
    }

    /** Stands for one state after the other, so that each character that any of them sees counts. */
    function step(code: number | null): State | undefined {
      paragraph.looks++
      const next: State | undefined = state?.(code)
      if (isDone || !next) return next
      state = next
      return step
    }

    function finish(after: State): State {
      return (code) => {
        isDone = true
        if (after === ok) countRun(context, paragraph)
        judge(context, paragraph)
        return after(code)
      }
    }
  }

  function seenOf(context: TokenizeContext): Seen {
    const known = seen.get(context)
    if (known) return known
    const start = context.events[0]?.[1].start.offset ?? context.now().offset
    const isPlain = readingNow().crowd.plain.has(start)
    const nothing = { marks: 0, lastMark: -1, opening: 0, closing: 0, looks: 0, reach: 0 }
    const fresh: Seen = { start, ...nothing, isPlain }
    seen.set(context, fresh)
    return fresh
  }

  /** Counts the signs of a run of emphasis that has just been read, beyond those that are one mark. */
  function countRun({ events }: TokenizeContext, paragraph: Seen): void {
    const token = events.at(-1)?.[1]
    if (token?.type !== 'attentionSequence') return
    const more = Math.max(0, token.end.offset - token.start.offset - ONE_MARK)
    if (token._open) paragraph.opening += more
    if (token._close) paragraph.closing += more
  }

  function judge(context: TokenizeContext, paragraph: Seen): void {
    paragraph.reach = Math.max(paragraph.reach, context.now().offset - paragraph.start)
    const { looks, reach } = paragraph
    const marks = paragraph.marks + Math.min(paragraph.opening, paragraph.closing)
    if (marks <= MOST_MARKS && looks <= FREE_LOOKS + MOST_LOOKS * reach) return
    paragraph.isPlain = true
    const { crowd, text } = readingNow()
    crowd.found.add(paragraph.start)
    if (crowd.stopsEarly && context.now().offset < text.length / 4) throw new FoundEarly()
  }
}

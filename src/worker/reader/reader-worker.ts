import {
  CardDrawer,
  compile,
  Compiler,
  editFound,
  findCards,
  fingerprintOf,
  MediaLinks,
  mendFile,
  PreviewRenderer,
  type DrawnCard,
  type EditedCard,
  type FindSettings,
  type PreviewPiece,
  type Settings,
  type SourceFile
} from '../../laegna.ts'
import { changeOf } from './pieces-change.ts'
import type {
  Change,
  Drawn,
  KnownFound,
  ReaderAnswer,
  ReaderRequest,
  ReadProject
} from '../protocol/messages.ts'
import { KeptReading } from './kept-reading.ts'
import { serve } from '../protocol/serve.ts'
import { textAfter } from '../protocol/text-news.ts'
import { ShownParts, type CompiledNews } from './shown-parts.ts'

// One script for three workers: one compiles the project, one draws the preview and never waits, one
// finds cards in plain notes, which may take long and can be ended at any time.

/** The worker's copy of the project; the page sends only what changed. */
const compiler = new Compiler()
const shownParts = new ShownParts()
const kept = new KeptReading()
const links = new MediaLinks()
let settings: Settings | undefined
let media: readonly string[] = []
const renderer = new PreviewRenderer()
const cardDrawer = new CardDrawer()
/** What the page was sent last. A worker that takes over from another counts from elsewhere. */
let shown: { version: number; pieces: PreviewPiece[] } = {
  version: performance.timeOrigin,
  pieces: []
}

/** Milliseconds in which others begin first. */
const untilReadingAhead = 1000

/** Characters of a document that are drawn first. */
const firstPart = 30_000
/** Up to which offset the document on the page is drawn. */
let drawnUpTo = Infinity
/** The document that was drawn last for the page, whose edits come alone. */
let drawn: SourceFile | undefined

type RenderRequest = Extract<ReaderRequest, { kind: 'render' }>

serve<{ request: ReaderRequest; answer: ReaderAnswer }>(async (request) => ({
  answer: await answer(request)
}))

async function answer(request: ReaderRequest): Promise<ReaderAnswer> {
  switch (request.kind) {
    case 'compile':
      take(request.change)
      return { kind: 'compiled', ...(await readProject(request)) }
    case 'hand-over': {
      take(request.change)
      const { files, compilation } = compiler
      const project: ReadProject = { files, compilation }
      // The other end closes the channel: where this one does, and the other is still on its way to
      // its worker, Firefox drops what was posted.
      request.to.postMessage(project)
      return { kind: 'handed' }
    }
    case 'mend':
      take(request.change)
      return { kind: 'mended', ...mendAll() }
    case 'find-cards':
      return {
        kind: 'cards-found',
        cards: request.files.map((file) => findKnown(file, request.settings))
      }
    case 'edit-found':
      return { kind: 'found-edited', edited: editOf(request) }
    case 'media-uses':
      take(request.change)
      return { kind: 'media-used', uses: links.uses(compiler.files, media) }
    case 'move-medium':
      take(request.change)
      return {
        kind: 'medium-moved',
        ...links.move(compiler.files, media, request.from, request.to)
      }
    case 'probe':
      compile([request.file], request.settings)
      return { kind: 'probed' }
    case 'render':
      return { kind: 'rendered', drawn: await draw(request) }
    case 'draw-card':
      return { kind: 'card-drawn', card: await drawCard(request) }
  }
}

type CompileRequest = Extract<ReaderRequest, { kind: 'compile' }>

/** What was read, or is kept of a project that comes whole and has not changed since. */
async function readProject({
  change,
  since
}: CompileRequest): Promise<{ news: CompiledNews; isKept: boolean }> {
  const { files } = compiler
  const project = { files, settings, media }
  const isWhole = change.settings !== undefined && change.put.length === files.length
  const known = isWhole ? await kept.recall(project) : undefined
  if (known) {
    setTimeout(readAhead, untilReadingAhead)
    return { news: shownParts.newsOf(known, since), isKept: true }
  }
  const news = shownParts.news(compiler.parts, since)
  kept.keepSoon(() => ({ files: compiler.files, settings, media }), shownParts.parts)
  return { news, isKept: false }
}

/** Reads file after file while nobody asks for anything, so that the first key need not wait for all. */
function readAhead(): void {
  if (compiler.readNext()) setTimeout(readAhead)
}

type CardRequest = Extract<ReaderRequest, { kind: 'draw-card' }>

function drawCard({ card, options, settings }: CardRequest): Promise<DrawnCard> {
  return cardDrawer.draw(card, options, settings)
}

type EditRequest = Extract<ReaderRequest, { kind: 'edit-found' }>

function editOf({ file, card, words, settings }: EditRequest): EditedCard {
  return editFound(file, card, words, settings)
}

function findKnown(file: SourceFile, settings: FindSettings): KnownFound[] {
  return findCards(file, settings, compiler.notes).map((card) => ({
    ...card,
    fingerprint: fingerprintOf(card)
  }))
}

/** Each file by itself: what is wrong between files no fix of one of them mends. */
function mendAll(): { files: SourceFile[]; fixes: number } {
  const faulty = new Set(
    compiler.compilation.diagnostics.filter(({ fix }) => fix).map(({ file }) => file)
  )
  let fixes = 0
  const files = compiler.files.flatMap(({ path, text }) => {
    if (!faulty.has(path)) return []
    const mended = mendFile({ path, text }, settings, media)
    fixes += mended.fixes
    return mended.fixes > 0 ? [{ path, text: mended.text }] : []
  })
  return { files, fixes }
}

async function draw({ since, ...wish }: RenderRequest): Promise<Drawn> {
  const { file, settings, media, notes, texts } = wish
  const isWhole = since !== shown.version
  // What is kept by nobody comes whole; of a document that is new to the page the beginning comes first.
  drawnUpTo = since === undefined ? Infinity : isWhole ? firstPart : drawnUpTo * 4
  const text = textAfter(file, drawn?.path === file.path ? drawn.text : undefined)
  const read = { path: file.path, text }
  if (since !== undefined) drawn = read
  const pieces = await renderer.render(read, settings, media, notes, texts, drawnUpTo)
  const { asked, askedBlocks, isPartial } = renderer
  const change = changeOf(isWhole ? [] : shown.pieces, pieces)
  if (since !== undefined) shown = { version: shown.version + 1, pieces }
  return { asked, askedBlocks, version: shown.version, isWhole, isPartial, change }
}

function take(change: Change): void {
  const { put, paths } = change
  settings = change.settings ?? settings
  media = change.media ?? media
  for (const news of put) {
    const { path } = news
    compiler.update(path, textAfter(news, compiler.text(path)))
  }
  if (paths) compiler.arrange(paths)
  if (change.settings) {
    compiler.configure(change.settings)
    links.configure(change.settings)
  }
  if (change.media) compiler.setMedia(change.media)
}

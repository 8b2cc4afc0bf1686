import type { SelectableList } from './select-rows.ts'

/** Own kind of what is dragged: the page takes only real files from elsewhere. */
const kind = 'application/x-laegna-path'

/** Lets a file be dragged to its place, with all others that are selected; a line shows where they would come. */
export function dragRows({
  app: { files },
  selection,
  rowAt
}: SelectableList): (list: HTMLElement) => () => void {
  let marked: HTMLElement | undefined

  function start(event: DragEvent) {
    const row = rowAt(event)
    if (row?.kind !== 'file') return
    event.dataTransfer?.setData(kind, row.path)
    selection.dragged = selection.targets(row.path)
  }

  function over(event: DragEvent) {
    const target = fileAt(event)
    if (target) event.preventDefault()
    mark(target?.element, target?.isBelow ? 'after' : 'before')
  }

  function drop(event: DragEvent) {
    mark()
    const target = fileAt(event)
    if (!target) return
    event.preventDefault()
    event.stopPropagation()
    const paths = selection.dragged
    selection.dragged = []
    void files.place(paths, target.path, target.isBelow)
  }

  function end() {
    mark()
    selection.dragged = []
  }

  /** The file that something dragged is over, and whether it is over its lower half. */
  function fileAt(event: DragEvent) {
    const row = rowAt(event)
    const element = (event.target as Element).closest<HTMLElement>('.row')
    if (selection.dragged.length === 0 || row?.kind !== 'file' || !element) return undefined
    const { top, height } = element.getBoundingClientRect()
    return { path: row.path, element, isBelow: event.clientY > top + height / 2 }
  }

  function mark(element?: HTMLElement, side = '') {
    delete marked?.dataset['drop']
    marked = element
    if (element) element.dataset['drop'] = side
  }

  return (list) => {
    const stop = new AbortController()
    const { signal } = stop
    list.addEventListener('dragstart', start, { signal })
    list.addEventListener('dragover', over, { signal })
    list.addEventListener('dragleave', () => mark(), { signal })
    list.addEventListener('drop', drop, { signal })
    list.addEventListener('dragend', end, { signal })
    return () => stop.abort()
  }
}

import type { Attachment } from 'svelte/attachments'

/** Own kind of what is dragged: the page takes only real files from elsewhere. */
const kind = 'application/x-laegna-path'

let dragged = $state<string>()

/** The file that is being dragged now. */
export function draggedPath(): string | undefined {
  return dragged
}

/** Lets a row be dragged as its file. */
export function dragFile(path: string): Attachment<HTMLElement> {
  return (row) => {
    const stop = new AbortController()
    const { signal } = stop
    row.addEventListener(
      'dragstart',
      ({ dataTransfer }) => {
        dataTransfer?.setData(kind, path)
        dragged = path
      },
      { signal }
    )
    row.addEventListener('dragend', () => (dragged = undefined), { signal })
    return () => stop.abort()
  }
}

/** Lets a row take a dragged file before or after itself; a line shows where it would come. */
export function takesFile(take: (path: string, after: boolean) => void): Attachment<HTMLElement> {
  return (row) => {
    const stop = new AbortController()
    const { signal } = stop
    const isBelow = ({ clientY }: DragEvent) => {
      const { top, height } = row.getBoundingClientRect()
      return clientY > top + height / 2
    }
    const mark = (side?: 'before' | 'after') => {
      if (side) row.dataset['drop'] = side
      else delete row.dataset['drop']
    }
    row.addEventListener(
      'dragover',
      (event) => {
        if (dragged === undefined) return
        event.preventDefault()
        mark(isBelow(event) ? 'after' : 'before')
      },
      { signal }
    )
    row.addEventListener('dragleave', () => mark(), { signal })
    row.addEventListener(
      'drop',
      (event) => {
        mark()
        const path = dragged
        if (path === undefined) return
        event.preventDefault()
        event.stopPropagation()
        dragged = undefined
        take(path, isBelow(event))
      },
      { signal }
    )
    return () => stop.abort()
  }
}

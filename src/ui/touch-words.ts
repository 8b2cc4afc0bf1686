/** Whether the page is used with a finger alone: then nothing can be dropped on it. */
export const isTouch = matchMedia('(hover: none) and (pointer: coarse)').matches

/** How files come in. */
export const addWords = isTouch
  ? 'Tap the button to add files, or paste text.'
  : 'Paste notes, or drop files, a folder or a zip anywhere.'

import { markdownEndings } from '../../markdown/text-endings.ts'

/** What a dialog for files shows, as the attribute `accept` has it: all that can come in. */
export const acceptedFiles = [
  ...markdownEndings,
  '.txt,.html,.htm,.xhtml,.docx,.docm,.epub,.csv,.tsv,.zip,.apkg,.colpkg,.json',
  'image/*,audio/*,video/*'
].join(',')

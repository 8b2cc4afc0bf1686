/** What a medium is shown as: by its ending, as Anki and browsers judge it. */
export type MediaKind = 'picture' | 'sound' | 'video'

const endings: [MediaKind, RegExp][] = [
  ['picture', /\.(?:png|jpe?g|jfif|gif|webp|svg|avif|apng|bmp|ico|tiff?)$/i],
  ['sound', /\.(?:mp3|ogg|oga|opus|wav|m4a|flac|aac|3gp|spx)$/i],
  ['video', /\.(?:mp4|webm|ogv|mov|mkv|avi|mpe?g|m4v)$/i]
]

/** The kind of a medium by its path or address; undefined for what is none. */
export function mediaKind(path: string): MediaKind | undefined {
  return endings.find(([, ending]) => ending.test(path))?.[0]
}

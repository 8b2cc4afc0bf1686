/** Behind the words of a link: an address in which nothing stands for anything but itself. */
const destination = /\]\(([\w./:#?=~+,@%-]+)\)/y

/** Where a link leads, from the bracket on behind its words, and where it ends; undefined where that is not certain. */
export function addressAt(text: string, at: number): { url: string; end: number } | undefined {
  destination.lastIndex = at
  const [, url] = destination.exec(text) ?? []
  return url === undefined ? undefined : { url, end: destination.lastIndex }
}

/**
 * Where the code of SQLite is: beside the page, in Node on the disk, and in a page of one file
 * written into it. The bundler reads this very form of address, so it stands here and nowhere else.
 */
const address = new URL('../../../../node_modules/sql.js/dist/sql-wasm.wasm', import.meta.url).href

/** How sql.js gets its code; a page from a disk may fetch nothing, so what stands in it is read. */
export function sqlSource(): { locateFile: () => string } | { wasmBinary: ArrayBuffer } {
  const written = /^data:[^,]*;base64,/.exec(address)?.[0]
  if (written === undefined) return { locateFile: () => address }
  const bytes = atob(address.slice(written.length))
  return { wasmBinary: Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)).buffer }
}

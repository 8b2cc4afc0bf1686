/**
 * As much of JSZip as the pure folders use. Its own types bring Node's along, and with them `process`
 * and `Buffer`, which no page has: tsconfig.pure.json puts this file in their place.
 */
export default class JSZip {
  file(
    path: string,
    bytes: Uint8Array,
    options: { date: Date; createFolders: boolean; unixPermissions: number }
  ): this
  generateInternalStream(options: {
    type: 'uint8array'
    platform: 'UNIX'
    compression: 'DEFLATE'
    compressionOptions: { level: number }
  }): JSZipStream
}

interface JSZipStream {
  on(event: 'data', take: (chunk: Uint8Array, state: { percent: number }) => void): this
  on(event: 'error', take: (error: Error) => void): this
  on(event: 'end', take: () => void): this
  pause(): this
  resume(): this
}

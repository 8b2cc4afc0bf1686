/** Fields of a protobuf message by their numbers: whole numbers, or the bytes of texts and messages. */
export type Message = Map<number, (number | Uint8Array)[]>

/** Reads a protobuf message without its schema; fields of fixed width are passed over. Throws `RangeError` at the end of what is cut off. */
export function readMessage(bytes: Uint8Array): Message {
  const message: Message = new Map()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = view.getUint8(at++)
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
  }
  while (at < bytes.length) {
    const key = varint()
    const wire = key % 8
    let value: number | Uint8Array | undefined
    if (wire === 0) value = varint()
    else if (wire === 2) {
      const length = varint()
      if (length > bytes.length - at) throw new RangeError('A message is cut off.')
      value = bytes.subarray(at, at + length)
      at += length
    } else if (wire === 1) at += 8
    else if (wire === 5) at += 4
    else throw new RangeError('This is no message.')
    if (value === undefined) continue
    const number = Math.floor(key / 8)
    const values = message.get(number)
    if (values) values.push(value)
    else message.set(number, [value])
  }
  return message
}

/** A number of a message; 0 where it is not said, as in protobuf. */
export function numberIn(message: Message, field: number): number {
  const value = message.get(field)?.at(-1)
  return typeof value === 'number' ? value : 0
}

/** A text of a message; empty where it is not said. */
export function textIn(message: Message, field: number): string {
  const value = message.get(field)?.at(-1)
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : ''
}

/** The messages of a repeated field. */
export function messagesIn(message: Message, field: number): Message[] {
  return (message.get(field) ?? []).flatMap((value) =>
    value instanceof Uint8Array ? [readMessage(value)] : []
  )
}

/**
 * What Node, workers and pages all have, and nothing more: the pure folders compile against this
 * instead of the DOM library. Beside the DOM library the interfaces merge, so they say nothing
 * that it does not say.
 */

interface AbortSignal {
  readonly aborted: boolean
  throwIfAborted(): void
}

declare const MessageChannel: new () => {
  readonly port1: { onmessage: (() => void) | null; close(): void }
  readonly port2: { postMessage(message: undefined): void }
}

declare const crypto: {
  /** Not there on a page that came over plain http: ask with `in` before. */
  readonly subtle: { digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer> }
}

interface ImportMeta {
  readonly url: string
}

declare const URL: new (address: string, base: string) => { readonly href: string }

declare function atob(base64: string): string

declare function btoa(bytes: string): string

/** Lets the browser do something else first, a key or a frame: what follows is a task of its own. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}

let last = Promise.resolve()

/** Gives what is loaded in its turn: what comes at once is drawn one after the other, and keys are heard between. */
export async function inTurn<Loaded>(coming: Promise<Loaded>): Promise<Loaded> {
  const loaded = await coming
  last = last.then(breathe)
  await last
  return loaded
}

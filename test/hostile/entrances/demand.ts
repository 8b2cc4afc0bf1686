/** Throws where something is not so; `what` says what should be. */
export function demand(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`It is not so that it ${what.slice(0, 300)}`)
}

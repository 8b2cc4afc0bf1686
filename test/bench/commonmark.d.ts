/** What the bench uses of commonmark.js, which comes without types. */
declare module 'commonmark' {
  export class Parser {
    parse(text: string): unknown
  }
}

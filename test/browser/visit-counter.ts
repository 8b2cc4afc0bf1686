import { createServer } from 'node:http'

/** A server of this machine that a hostile document could call. */
export interface VisitCounter {
  /** Without a slash at its end. */
  address: string
  /** What was asked of it, in order. */
  visits: string[]
  close(): void
}

/** Starts one, at a port that is free. */
export async function countVisits(): Promise<VisitCounter> {
  const visits: string[] = []
  const server = createServer((request, response) => {
    visits.push(request.url ?? '')
    response.end('got you')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const where = server.address()
  const address = typeof where === 'object' && where ? `http://127.0.0.1:${where.port}` : ''
  return { address, visits, close: () => server.close() }
}

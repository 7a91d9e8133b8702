import { Agent, get } from 'node:http'
import { performance } from 'node:perf_hooks'

export type Load = { perSecond: number; latencies: number[] }

/** One answer: its milliseconds, and the bytes of its body as they came, compressed or not. */
export function ask(agent: Agent, url: string): Promise<{ ms: number; bytes: number; chunks: Buffer[] }> {
  const { promise, resolve, reject } = Promise.withResolvers<{
    ms: number
    bytes: number
    chunks: Buffer[]
  }>()
  const began = performance.now()
  get(url, { agent, headers: { 'Accept-Encoding': 'gzip' } }, (response) => {
    const chunks: Buffer[] = []
    response.on('data', (chunk: Buffer) => chunks.push(chunk))
    response.on('error', reject)
    response.on('end', () => {
      if (response.statusCode !== 200) return reject(new Error(`${url} answered ${response.statusCode}`))
      const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
      resolve({ ms: performance.now() - began, bytes, chunks })
    })
  }).on('error', reject)
  return promise
}

/** Asks for the addresses in turn over so many connections that are kept, for so many milliseconds. */
export async function load(urls: string[], connections: number, milliseconds: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const latencies: number[] = []
  const began = performance.now()
  let next = 0
  const line = async () => {
    while (performance.now() - began < milliseconds) {
      const url = urls[next++ % urls.length]
      if (url) latencies.push((await ask(agent, url)).ms)
    }
  }
  await Promise.all(Array.from({ length: connections }, line))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  return { perSecond: latencies.length / seconds, latencies }
}

/** The value that so large a share of the figures does not pass. */
export function percentile(figures: number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

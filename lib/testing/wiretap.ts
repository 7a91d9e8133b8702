import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A statement that a program sent to PostgreSQL, and what PostgreSQL's auto_explain said of it and of those inside it. */
export type Overheard = { text: string; plans: Plan[] }

/** A node of `EXPLAIN (ANALYZE, FORMAT JSON)`, of which these keys are read. */
export type PlanNode = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: PlanNode[]
}

export type Plan = { 'Query Text': string; Plan: PlanNode }

export type Wiretap = {
  /** The address of the database by way of the tap. */
  databaseUrl: string
  /** What came by since the last call, of connections that call themselves so. */
  take(application: string): Overheard[]
  stop(): Promise<void>
}

/**
 * Stands between a program and its PostgreSQL, on loopback, and notes each statement that is executed: what a page asks
 * of the database is counted where it arrives, whoever asked. The wire is that of version 3.0
 * (https://www.postgresql.org/docs/current/protocol-message-formats.html).
 */
export async function openWiretap(databaseUrl: string): Promise<Wiretap> {
  const target = new URL(databaseUrl)
  const heard: { application: string; statement: Overheard }[] = []
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    const line = new Line((application, statement) => heard.push({ application, statement }))
    for (const [from, to, hear] of [
      [client, upstream, (chunk: Buffer) => line.sent(chunk)],
      [upstream, client, (chunk: Buffer) => line.answered(chunk)],
    ] as const) {
      sockets.add(from)
      // A statement is noted before it goes on: whoever has the answer finds it noted.
      from.on('data', (chunk: Buffer) => {
        hear(chunk)
        to.write(chunk)
      })
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const own = new URL(databaseUrl)
  own.port = String((server.address() as AddressInfo).port)
  return {
    databaseUrl: own.href,
    take(application) {
      const taken = heard.filter((one) => one.application === application)
      heard.length = 0
      return taken.map(({ statement }) => statement)
    },
    async stop() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Length of a message's own head: one byte of type, four of length. */
const HEAD = 5

/** One connection: both directions cut into messages. */
class Line {
  #application: string | null = null
  #sent = Buffer.alloc(0)
  #answered = Buffer.alloc(0)
  readonly #texts = new Map<string, string>()
  /** Statements whose answers are still to come, oldest first: plans belong to the first of them. */
  readonly #open: Overheard[] = []
  readonly #note: (application: string, statement: Overheard) => void

  constructor(note: (application: string, statement: Overheard) => void) {
    this.#note = note
  }

  sent(chunk: Buffer): void {
    this.#sent = Buffer.concat([this.#sent, chunk])
    if (this.#application === null) {
      // The first message has no type: a length, a version, then names and values.
      if (this.#sent.length < 4 || this.#sent.length < this.#sent.readInt32BE(0)) return
      const length = this.#sent.readInt32BE(0)
      const words = this.#sent.toString('utf8', 8, length).split('\0')
      this.#application = words[words.indexOf('application_name') + 1] ?? ''
      this.#sent = this.#sent.subarray(length)
    }
    this.#sent = eachMessage(this.#sent, (type, body) => {
      const [first = '', second = ''] = type === 'P' || type === 'B' ? words(body, 2) : []
      // Parse names a statement's text, Bind runs it by that name; Query does both.
      if (type === 'P') this.#texts.set(first, second)
      if (type === 'B') this.#began(this.#texts.get(second) ?? '')
      if (type === 'Q') this.#began(words(body, 1)[0] ?? '')
    })
  }

  answered(chunk: Buffer): void {
    this.#answered = eachMessage(Buffer.concat([this.#answered, chunk]), (type, body) => {
      if (type === 'N') this.#open[0]?.plans.push(...plansIn(body))
      // ReadyForQuery: it is over, well or not.
      if (type === 'Z') this.#open.shift()
    })
  }

  #began(text: string): void {
    const statement: Overheard = { text, plans: [] }
    this.#open.push(statement)
    this.#note(this.#application ?? '', statement)
  }
}

/** Tells of each whole message; answers what is left of one that is still to come. */
function eachMessage(buffer: Buffer, tell: (type: string, body: Buffer) => void): Buffer<ArrayBuffer> {
  let at = 0
  while (buffer.length >= at + HEAD) {
    const end = at + 1 + buffer.readInt32BE(at + 1)
    if (buffer.length < end) break
    tell(String.fromCharCode(buffer[at] ?? 0), buffer.subarray(at + HEAD, end))
    at = end
  }
  return Buffer.from(buffer.subarray(at))
}

/** So many words that end with a zero. */
function words(body: Buffer, count: number): string[] {
  const found: string[] = []
  for (let at = 0; found.length < count; at = body.indexOf(0, at) + 1)
    found.push(body.toString('utf8', at, body.indexOf(0, at)))
  return found
}

/** A notice is fields of one letter and a text; M is what it says. */
function plansIn(notice: Buffer): Plan[] {
  const said = notice
    .toString('utf8')
    .split('\0')
    .find((field) => field.startsWith('M'))
  const plan = said && /^Mduration: .* plan:\n(?<json>\{.*)$/s.exec(said)?.groups?.json
  return plan ? [JSON.parse(plan)] : []
}

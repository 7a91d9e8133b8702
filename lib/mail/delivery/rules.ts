/** Answers to RCPT TO that speak of the address itself where the server gives no enhanced code (RFC 5321 §4.2.3). */
const NO_SUCH_ADDRESS = new Set([550, 551, 553])

/** Enhanced codes that do so (RFC 3463): the address is none, or its mailbox is closed. Not a full one, nor a policy. */
const ADDRESS_FAULT = /^5\.1\.\d|^5\.2\.1\b/

const MAX_REFUSAL = 300

/** The mail server's own line, on one line; for what is no answer of a server, the error's message. */
export function smtpAnswer(error: unknown): string {
  const { response } = error as { response?: unknown }
  const said =
    typeof response === 'string' ? response : error instanceof Error ? error.message : String(error)
  return said.replaceAll(/\s+/g, ' ').trim().slice(0, MAX_REFUSAL)
}

/**
 * What the mail server said when it refused the address for good, or null: when it may take it later (4xx), when it
 * refuses us, our sender or this mail rather than the address, or when it could not be asked.
 */
export function refusalOf(error: unknown): string | null {
  const { command, responseCode } = error as { command?: unknown; responseCode?: unknown }
  if (command !== 'RCPT TO' || typeof responseCode !== 'number' || responseCode < 500) return null
  const answer = smtpAnswer(error)
  const enhanced = /^5\d\d[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(answer)?.[1]
  const ofAddress = enhanced ? ADDRESS_FAULT.test(enhanced) : NO_SUCH_ADDRESS.has(responseCode)
  return ofAddress ? answer : null
}

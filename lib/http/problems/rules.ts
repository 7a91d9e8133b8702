import type { z } from 'zod'

/** One thing wrong with a request: which parameter, and what to do about it. */
export type Fault = { parameter: string; detail: string }

/** A refusal that programs can read (RFC 9457). `detail` says what is wrong and how to mend it. */
export function problem(status: number, title: string, detail: string, faults: Fault[] = []): Response {
  const body = { type: 'about:blank', title, status, detail, ...(faults.length > 0 && { errors: faults }) }
  return Response.json(body, {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
  })
}

/** The refusal of parameters that a schema did not take. */
export function badParameters(error: z.ZodError): Response {
  const faults = error.issues.map(({ path, message }) => ({ parameter: path.join('.'), detail: message }))
  const detail = faults.map((fault) => `${fault.parameter}: ${fault.detail}`).join(' ')
  return problem(400, 'Parameters that cannot be read', detail, faults)
}

import { z } from 'zod'
import { ok, type Result, refuse } from '@/lib/result'

/** No JSON that a program sends us is longer. Bytes. */
const LONGEST = 20_000

/** The JSON of a program's request as the schema has it; no body is an empty object. Refused with a sentence. */
export async function bodyOf<S extends z.ZodType>(request: Request, schema: S): Promise<Result<z.output<S>>> {
  const text = await textOf(request)
  if (text === null) return refuse(`The body is too long: ${LONGEST} bytes at most.`)
  const read = parsed(text)
  if (!read) return refuse('The body is not JSON.')
  const result = schema.safeParse(read.value)
  if (result.success) return ok(result.data)
  return refuse(`The body cannot be taken. ${z.prettifyError(result.error).replaceAll(/\s+/g, ' ')}`)
}

/** Null when it is longer than we read. */
async function textOf(request: Request): Promise<string | null> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > LONGEST) return null
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function parsed(text: string): { value: unknown } | null {
  try {
    return { value: text.trim() === '' ? {} : JSON.parse(text) }
  } catch {
    return null
  }
}

import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import { takeIn } from '@/lib/imports/intake/commands'
import { FILE_NAME } from '@/lib/imports/intake/schema'
import { refuse } from '@/lib/result'

/** What came with a form that sends one file. Fields count that stand before it. */
export type Upload = {
  name: string
  fields: Record<string, string>
  taken: Awaited<ReturnType<typeof takeIn>> | ReturnType<typeof refuse<'no_file' | 'file_name'>>
}

/** Takes in the one file of a multipart body while it comes: memory holds one piece of it. */
export async function readUpload(request: Request): Promise<Upload> {
  const { promise, resolve, reject } = Promise.withResolvers<Upload>()
  const fields: Record<string, string> = {}
  const none: Upload = { name: '', fields, taken: refuse('no_file') }
  const type = request.headers.get('content-type') ?? ''
  if (!request.body || !type.startsWith('multipart/form-data')) return none
  const headers: BusboyHeaders = { 'content-type': type }
  const form = new Busboy({ headers, limits: { files: 1, fields: 10, fieldSize: 1000 } })
  let file: Promise<void> | null = null
  form.on('field', (name, value) => {
    fields[name] = value
  })
  form.on('file', (_field, stream, filename) => {
    const name = (filename ?? '').slice(-200)
    if (name === '') {
      stream.resume()
      return
    }
    if (!FILE_NAME.test(name)) {
      stream.resume()
      file = Promise.resolve(resolve({ name, fields, taken: refuse('file_name') }))
      return
    }
    file = takeIn(name, stream).then((taken) => {
      stream.resume()
      resolve({ name, fields, taken })
    }, reject)
  })
  form.on('finish', () => {
    if (!file) resolve(none)
  })
  form.on('error', reject)
  const body = Readable.fromWeb(request.body as ReadableStream)
  body.on('error', (error) => form.destroy(error))
  body.pipe(form)
  return promise
}

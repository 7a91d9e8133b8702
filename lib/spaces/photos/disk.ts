import { randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { errorCode } from '@/lib/errors'
import { PHOTO_HEAD, type PhotoType, photoTypeOf } from './rules'

/** A picture that lies on disk, open for reading. Whoever gets it closes the handle, or reads its stream to the end. */
export type KeptPhoto = {
  handle: FileHandle
  type: PhotoType
  bytes: number
  keptAt: Date
}

/** Opens a picture that was kept; null when there is none. It can be read though it is dropped meanwhile. */
export async function openKept(file: string): Promise<KeptPhoto | null> {
  let handle: FileHandle
  try {
    handle = await open(file)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
  // Read at a place of its own: the stream begins at the beginning all the same.
  const { buffer, bytesRead } = await handle.read(new Uint8Array(PHOTO_HEAD), 0, PHOTO_HEAD, 0)
  const type = photoTypeOf(buffer.subarray(0, bytesRead))
  const { size, mtime } = await handle.stat()
  if (type) return { handle, type, bytes: size, keptAt: mtime }
  await handle.close()
  return null
}

/**
 * Writes a picture so that nobody ever sees half of it. False, and nothing kept, when its bytes are no picture's;
 * throws what `chunks` throws.
 */
export async function keepPhoto(file: string, chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
  await mkdir(path.dirname(file), { recursive: true })
  const draft = `${file}.${randomBytes(6).toString('hex')}.part`
  try {
    const whole = await write(draft, chunks)
    if (whole) await rename(draft, file)
    return whole
  } finally {
    await rm(draft, { force: true })
  }
}

async function write(draft: string, chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
  const handle = await open(draft, 'wx', 0o600)
  try {
    let head = new Uint8Array()
    let known = false
    for await (const chunk of chunks) {
      if (!known) head = Buffer.concat([head, chunk])
      if (!known && head.length >= PHOTO_HEAD) {
        if (!photoTypeOf(head)) return false
        known = true
      }
      await handle.writeFile(chunk)
    }
    return known || photoTypeOf(head) !== null
  } finally {
    await handle.close()
  }
}

/** Drops the oldest files of a folder until the rest is at most `ceiling` bytes. */
export async function dropOldest(folder: string, ceiling: number): Promise<void> {
  const files = await Promise.all((await readdir(folder)).map((name) => weigh(path.join(folder, name))))
  const there = files.flatMap((file) => file ?? []).sort((a, b) => a.at - b.at)
  let bytes = there.reduce((sum, file) => sum + file.bytes, 0)
  for (const file of there) {
    if (bytes <= ceiling) return
    await rm(file.path, { force: true })
    bytes -= file.bytes
  }
}

async function weigh(file: string) {
  // Somebody else may be dropping files at the same time.
  const found = await stat(file).catch(() => null)
  return found && { path: file, bytes: found.size, at: found.mtimeMs }
}

import { errorCode, OperatorError } from '@/lib/errors'
import { diskFull } from '@/lib/platform/postgres/cluster'

/** For failures of the system that any step may meet: what is wrong and how to mend it. */
const SENTENCES: Record<string, (where: string) => string> = {
  ENOSPC: (where) => `The disk is full${where}. Make some room and start again.`,
  EDQUOT: (where) => `This account's disk quota is used up${where}. Make some room and start again.`,
  EROFS: (where) =>
    `The file system is read-only${where}. Give a writable folder: DATA_DIR=/somewhere npm start`,
  EACCES: (where) =>
    `This account may not write${where}. Mend the rights, or give another folder: DATA_DIR=/somewhere npm start`,
  EPERM: (where) =>
    `This account may not do that${where}. Mend the rights, or give another folder: DATA_DIR=/somewhere npm start`,
  EMFILE: () => 'Too many files are open. Raise the limit (ulimit -n 4096) and start again.',
  // Node's word for a folder that cannot be made, also on a read-only file system.
  ENOENT: (where) =>
    `This folder is not there and cannot be made${where}. Give another: DATA_DIR=/somewhere npm start`,
  ENOTDIR: (where) =>
    `A file stands where a folder is needed${where}. Move it away, or give another folder: DATA_DIR=/somewhere npm start`,
}

/** The sentence for the person at the keyboard, or null for a surprise, whose stack is worth keeping. */
export function failureSentence(error: unknown): string | null {
  if (error instanceof OperatorError) return error.message
  if (!(error instanceof Error)) return null
  const full = diskFull(error.message)
  if (full) return full.message
  const code = errorCode(error)
  const sentence = code === undefined ? undefined : SENTENCES[code]
  const aboutFolder = code !== 'ENOENT' || ('syscall' in error && error.syscall === 'mkdir')
  if (sentence && aboutFolder) {
    const path = 'path' in error && typeof error.path === 'string' ? ` (${error.path})` : ''
    return sentence(path)
  }
  return null
}

/** Ends the process with a sentence and the error's exit code; a surprise shows its stack. */
export function exitWith(error: unknown): never {
  const sentence = failureSentence(error)
  if (sentence === null)
    process.stderr.write(
      `\nThis was not foreseen:\n${error instanceof Error ? error.stack : String(error)}\n`,
    )
  else process.stderr.write(`\n${sentence}\n`)
  process.exit(error instanceof OperatorError ? error.exitCode : 1)
}

/**
 * A failure whose message is written for the person at the keyboard: what is wrong and how to mend it.
 * Scripts print the message alone, without a stack trace, and exit with `exitCode`.
 */
export class OperatorError extends Error {
  override name = 'OperatorError'
  readonly exitCode: number

  constructor(message: string, options: ErrorOptions & { exitCode?: number } = {}) {
    super(message, options)
    this.exitCode = options.exitCode ?? 1
  }
}

/** The `code` of a system, driver or Prisma error ('EADDRINUSE', 'P2002', …), if it has one. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

import pino from 'pino'

/** Keys whose values never reach a log line, at the top or one level down. */
const SECRET_KEYS = [
  'email',
  'to',
  'from',
  'token',
  'code',
  'link',
  'cookie',
  'authorization',
  'password',
  'secret',
]

export const REDACTED_PATHS = [
  ...SECRET_KEYS.flatMap((key) => [key, `*.${key}`]),
  '*.headers.cookie',
  '*.headers.authorization',
  '*.headers["set-cookie"]',
]

/**
 * Structured log lines on stdout. An error is reduced to its class and code at `warn` and below by the
 * caller's choice; logged under `err`, its stack is kept (stacks hold no request data).
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: undefined,
  redact: { paths: REDACTED_PATHS, censor: '[redacted]' },
})

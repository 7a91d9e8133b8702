import { z } from 'zod'

/** One line of text: trimmed, at most `max` characters, no control character or line separator. */
export const oneLine = (max: number, tooLong: string) =>
  z
    .string()
    .trim()
    .max(max, tooLong)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'one_line')

/**
 * Text of several lines, trimmed, at most `max` characters. Browsers count a line break as one character and send
 * two (CRLF); PostgreSQL refuses NUL.
 */
export const manyLines = (max: number, tooLong: string) =>
  z
    .string()
    .max(4 * max, tooLong)
    .transform((text) =>
      text
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n\t]/gu, '')
        .trim(),
    )
    .pipe(z.string().max(max, tooLong))

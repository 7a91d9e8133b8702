/**
 * Can this request target (path and query) be read at all? Escapes that are no UTF-8 make Next fail, and NUL, which
 * PostgreSQL refuses, stands in nothing that anybody typed.
 */
export function isReadable(target: string): boolean {
  try {
    return !decodeURIComponent(target.replaceAll('+', ' ')).includes('\0')
  } catch {
    return false
  }
}

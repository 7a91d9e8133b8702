/** What a command answers: an expected outcome is returned, a surprise is thrown. */
export type Result<T = undefined, R extends string = string> = Success<T> | Refusal<R>

export type Success<T> = { ok: true; value: T }
export type Refusal<R extends string> = { ok: false; reason: R }

export function ok(): Success<undefined>
export function ok<T>(value: T): Success<T>
export function ok<T>(value?: T): Success<T | undefined> {
  return { ok: true, value }
}

export function refuse<R extends string>(reason: R): Refusal<R> {
  return { ok: false, reason }
}

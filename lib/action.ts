import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'

/** What a form shows again: what was typed, what is wrong with it, or what came of it. */
export type FormState<V = unknown> = {
  status: 'idle' | 'refused' | 'done'
  /** What was typed, by field name; several values for checkboxes of one name. */
  values: Record<string, string | string[]>
  /** Field name → what is wrong with it, in the reader's words. */
  errors: Record<string, string>
  /** The same about the form as a whole. */
  message?: string
  value?: V
}

export const idleState: FormState<never> = { status: 'idle', values: {}, errors: {} }

/** Never handed back to the browser: they are secrets, files, or the framework's own. */
const kept = (name: string, value: FormDataEntryValue) =>
  typeof value === 'string' && !name.startsWith('$ACTION')

/** What was typed: neither files nor what the framework adds. */
export function typed(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    // NUL is typed by nobody, and PostgreSQL refuses it.
    const all = form
      .getAll(name)
      .flatMap((value) => (kept(name, value) ? [String(value).replaceAll('\0', '')] : []))
    const [first] = all
    if (first !== undefined) values[name] = all.length > 1 ? all : first
  }
  return values
}

/** What is wrong with a form, as keys of the `errors` messages. */
export type Refusal = { errors: Record<string, string>; message?: string }

/**
 * The form again, with what was typed and what is wrong. The words are said here: some two hundred sentences, of which
 * a page shows none, do not travel with it.
 */
export async function refusedState(
  form: FormData,
  errors: Refusal['errors'],
  message?: string,
): Promise<FormState<never>> {
  const t = await getTranslations('errors')
  type Key = Parameters<typeof t>[0]
  const say = (key: string, otherwise: Key) => (t.has(key as Key) ? t(key as Key) : t(otherwise))
  const said = Object.entries(errors).map(([field, key]) => [field, say(key, 'invalid')])
  return {
    status: 'refused',
    values: typed(form),
    errors: Object.fromEntries(said),
    message: say(message ?? 'form', 'form'),
  }
}

/** The form has done its work. */
export function doneState<V = undefined>(value?: V): FormState<V> {
  return { status: 'done', values: {}, errors: {}, value }
}

/**
 * Reads a form with the schema that the form itself was built from. Fields that may hold several values come as
 * arrays when `lists` names them. Messages of the schema are keys of the `errors` messages.
 */
export function readForm<S extends z.ZodType>(
  schema: S,
  form: FormData,
  lists: string[] = [],
): { ok: true; data: z.output<S> } | ({ ok: false } & Refusal) {
  const values = typed(form)
  const input = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, single(value)]))
  for (const name of lists) input[name] = [values[name] ?? []].flat()
  const result = schema.safeParse(input)
  if (result.success) return { ok: true, data: result.data }
  const errors: Record<string, string> = {}
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? '')
    if (field && !errors[field]) errors[field] = issue.message
  }
  return { ok: false, errors, message: result.error.issues.find(({ path }) => path.length === 0)?.message }
}

type Parsed<T> = { ok: true; data: T } | { ok: false; state: Promise<FormState<never>> }

/** The same, with the form to show again where something is wrong. */
export function parseForm<S extends z.ZodType>(
  schema: S,
  form: FormData,
  lists: string[] = [],
): Parsed<z.output<S>> {
  const read = readForm(schema, form, lists)
  return read.ok ? read : { ok: false, state: refusedState(form, read.errors, read.message) }
}

const single = (value: string | string[]): string | string[] =>
  Array.isArray(value) ? (value.at(-1) ?? '') : value

/** Where the request came from, as our own server saw it: it overwrites whatever the client claims. */
export async function clientAddress(): Promise<string> {
  return (await headers()).get('x-client-address') ?? 'unknown'
}

import pg from 'pg'
import { OperatorError } from '@/lib/errors'

/** What the search stands on. Both come with PostgreSQL, in its package of contributed modules. */
const NEEDED = ['pg_trgm', 'unaccent']

export type Extension = {
  name: string
  /** On the server's disk. */
  available: boolean
  /** In this database, in the schema of that name. */
  schema: string | null
  /** That schema is one of those that this role looks in. */
  seen: boolean
  /** This role may create it. */
  creatable: boolean
}

/** Throws OperatorError, before anything is migrated, where the search's extensions are missing and cannot be made. */
export async function checkExtensions(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Extension & { role: string }>(
      `SELECT needed.name, version.name IS NOT NULL AS available, nspname AS schema,
         coalesce(nspname = ANY (current_schemas(true)), false) AS seen, current_user AS role,
         rolsuper OR coalesce(version.trusted, false) AND has_database_privilege(current_database(), 'CREATE') AS creatable
       FROM unnest($1::text[]) AS needed (name)
         JOIN pg_roles ON rolname = current_user
         LEFT JOIN pg_extension ON extname = needed.name
         LEFT JOIN pg_namespace ON pg_namespace.oid = extnamespace
         LEFT JOIN pg_available_extensions AS known ON known.name = needed.name
         LEFT JOIN pg_available_extension_versions AS version
           ON version.name = known.name AND version.version = known.default_version`,
      [NEEDED],
    )
    const problem = extensionProblem(rows, rows[0]?.role ?? '')
    if (problem) throw new OperatorError(problem)
  } finally {
    await client.end()
  }
}

/** What is wrong with the extensions, and how to mend it; null when they are there or can be made. */
export function extensionProblem(extensions: Extension[], role: string): string | null {
  const names = (some: Extension[]) => some.map(({ name }) => name).join(' and ')
  const missing = extensions.filter(({ schema }) => schema === null)
  const absent = missing.filter(({ available }) => !available)
  if (absent.length > 0)
    return `This PostgreSQL has no ${names(absent)}, which the search needs. Install its contributed modules on the server (Debian and Ubuntu: apt install postgresql-contrib; Fedora: dnf install postgresql-contrib), then start again.`
  const barred = missing.filter(({ creatable }) => !creatable)
  if (barred.length > 0)
    return `The role "${role}" may not create the extension ${names(barred)}, which the search needs. As the owner of this database or as a superuser: ${barred.map(({ name }) => `CREATE EXTENSION ${name};`).join(' ')} Then start again.`
  const [hidden] = extensions.filter(({ schema, seen }) => schema !== null && !seen)
  if (hidden)
    return `The extension ${hidden.name} is in the schema "${hidden.schema}", where the role "${role}" does not look. As a superuser: ALTER ROLE "${role}" SET search_path = public, "${hidden.schema}"; then start again.`
  return null
}

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import { CatalogueAdapter, cataloguePool } from '@/lib/platform/catalogue-adapter'

type Bindings = typeof import('@prisma/schema-engine-wasm/schema_engine_bg')

let bindings: Promise<Bindings> | undefined

/**
 * Prisma's schema engine as WebAssembly, instantiated by hand: its package expects a bundler to do so, and the
 * Prisma CLI would download a native binary from a host that closed networks cannot reach.
 */
async function loadBindings(): Promise<Bindings> {
  const glue: Bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const gluePath = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const wasm = await readFile(path.join(path.dirname(gluePath), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': { ...glue } })
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  return glue
}

/** Runs `work` with an engine on `databaseUrl` (and `schema`, the text of schema.prisma, where it matters). */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  schema: string | undefined,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  bindings ??= loadBindings()
  const { SchemaEngine } = await bindings
  const datamodels: [string, string][] | undefined = schema ? [['schema.prisma', schema]] : undefined
  const pool = cataloguePool(databaseUrl)
  const engine = await SchemaEngine.new(
    { datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new CatalogueAdapter(pool)),
  )
  try {
    return await work(engine)
  } finally {
    engine.free()
    await pool.end()
  }
}

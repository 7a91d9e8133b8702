import path from 'node:path'
import { columnsOf, readerFor } from '@/lib/imports/readers/rules'
import type { Reader, Target } from '@/lib/imports/readers/schema'
import { records } from '@/lib/imports/records/queries'
import type { Inspection } from '@/lib/imports/records/schema'
import { kindFromName } from '@/lib/imports/spaces/rules'
import { ok, type Result, refuse } from '@/lib/result'
import { slugify } from '@/lib/slug'
import type { SpaceKind } from '@/lib/spaces/schema'
import { READERS } from './rules'

/** Rows whose columns tell what a table is. */
const TELLING = 50
/** Lists that only maps have. */
const MAPS = ['features', 'elements']

/** The columns of a file's first rows, in the order in which they come. */
export async function columnsIn(file: Pick<Inspection, 'path' | 'form'>): Promise<string[]> {
  const texts: string[] = []
  for await (const { text } of records(file)) if (texts.push(text) === TELLING) break
  return columnsOf(texts)
}

/** What reads a file: "osm" for maps, a reader for a table whose columns are known; null for any other. */
export function knownSource({ form }: Pick<Inspection, 'form'>, columns: string[]): Reader | 'osm' | null {
  return form.type === 'json' && MAPS.includes(form.list) ? 'osm' : readerFor(columns, READERS)
}

/** How somebody says that a table is to be read. `name` is what the file is called. */
export type Mapping = {
  name: string
  map: Partial<Record<Target, string>> | null
  kind: SpaceKind | null
  /** What to call the source; without it, as its file. */
  source?: string | null
  licence?: string
}

/**
 * What reads a file: the map by hand where there is one, else what its columns tell; null reads OpenStreetMap's tags.
 * Refused with the columns that it has: `no_column` when the map names others, `unknown` when no reader knows them.
 */
export async function chooseReader(
  file: Inspection,
  { name, map, kind, source, licence = '' }: Mapping,
): Promise<Result<Reader | null, 'no_column' | 'unknown'> & { columns: string[] }> {
  const columns = await columnsIn(file)
  if (!map) {
    const known = knownSource(file, columns)
    if (known === null) return { ...refuse('unknown'), columns }
    return { ...ok(known === 'osm' ? null : known), columns }
  }
  if (missingColumns(map, columns).length > 0 && file.rows > 0) return { ...refuse('no_column'), columns }
  const base = path.basename(name, path.extname(name))
  const hinted = kind ?? kindFromName(base)
  const reader: Reader = { source: slugify(source ?? base), licence, columns: [], map, country: 'FR' }
  return { ...ok(hinted ? { ...reader, kind: () => hinted } : reader), columns }
}

/** Columns that a map names and a file has not. */
export const missingColumns = (map: Partial<Record<Target, string>>, columns: string[]): string[] =>
  Object.values(map).filter((column) => !columns.includes(column))

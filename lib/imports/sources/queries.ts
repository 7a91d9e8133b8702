import { columnsOf, readerFor } from '@/lib/imports/readers/rules'
import type { Reader } from '@/lib/imports/readers/schema'
import { records } from '@/lib/imports/records/queries'
import type { Inspection } from '@/lib/imports/records/schema'
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

import type { Reader } from '@/lib/imports/readers/schema'
import type { Problem, ProblemCode } from '@/lib/imports/records/schema'
import { REASONS, type Reason } from '@/lib/imports/spaces/schema'

/** Where rows come from, by what reads them; null reads OpenStreetMap: https://www.openstreetmap.org/copyright */
export const originOf = (reader: Reader | null): { source: string; licence: string } =>
  reader ? { source: reader.source, licence: reader.licence } : { source: 'osm', licence: 'ODbL-1.0' }

/** What became of the rows of one file. */
export type Tally = {
  read: number
  created: number
  /** New rows that are certainly one with a space that was there. */
  merged: number
  updated: number
  unchanged: number
  /** Of those created: a person is asked whether they are one with another. */
  doubtful: number
  /** Of those created, merged or updated: placed where their commune is, for want of coordinates that can be trusted. */
  approximate: number
  skipped: Partial<Record<Reason, number>>
}

export const NOTHING: Tally = {
  ...{ read: 0, created: 0, merged: 0, updated: 0, unchanged: 0, doubtful: 0, approximate: 0, skipped: {} },
}

const SENTENCES: Record<ProblemCode, (line: number) => string> = {
  missing: () => 'there is no such file. Check the path.',
  directory: () => 'that is a folder. Name the files in it, for instance with *.geojson.',
  not_a_file: () => 'that is no ordinary file. Save the data to a file first.',
  unreadable: () => 'this account may not read it. Mend its rights (chmod +r).',
  empty: () => 'the file is empty. Export or download it again.',
  html: () =>
    'that is a web page, not data: the server probably answered with an error page. Open it in a browser to see what it says, and download again.',
  xml: () =>
    'that is XML (.osm, .kml or .gpx?). Convert it to GeoJSON first, for instance with osmtogeojson.',
  compressed: () => 'that is compressed. Unpack it first (gunzip, unzip).',
  binary: () =>
    'that is a binary file (.osm.pbf or a shapefile?). Convert it to GeoJSON first, for instance with osmium export.',
  not_json: () =>
    'that is neither JSON nor a table: its first line should name columns, apart by commas, semicolons or tabs.',
  torn: (line) =>
    `its quotes do not match around line ${line}: the table is damaged or cut. Export it again.`,
  unbalanced: (line) => `its brackets do not match at line ${line}: the file is damaged. Export it again.`,
  too_deep: (line) => `it is nested too deeply at line ${line}: that is no map data.`,
  trailing: (line) => `something follows the end of the data at line ${line}. Give one collection a file.`,
  truncated: (line) =>
    `it breaks off in the middle (line ${line}): the download was probably cut. Get it again.`,
  no_list: () =>
    'it is JSON without a list of rows: neither a list, nor GeoJSON (with "features"), nor an Overpass answer (with "elements").',
}

/** One sentence: which file, what is wrong with it, how to mend it. */
export function problemSentence(path: string, { code, line }: Problem): string {
  return `${path}: ${SENTENCES[code](line)}`
}

export function add(a: Tally, b: Tally): Tally {
  const reasons = Object.keys({ ...a.skipped, ...b.skipped }) as Reason[]
  return {
    read: a.read + b.read,
    created: a.created + b.created,
    merged: a.merged + b.merged,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    doubtful: a.doubtful + b.doubtful,
    approximate: a.approximate + b.approximate,
    skipped: Object.fromEntries(reasons.map((r) => [r, (a.skipped[r] ?? 0) + (b.skipped[r] ?? 0)])),
  }
}

/** The table at the end, a line a figure; the reasons stand in their own order. */
export function table(tally: Tally, seconds: number): string {
  const skipped = (Object.keys(REASONS) as Reason[]).flatMap((reason) => {
    const count = tally.skipped[reason] ?? 0
    return count > 0 ? [[`skipped: ${REASONS[reason]}`, count.toLocaleString('en')] as const] : []
  })
  const rows = [
    ['read', tally.read.toLocaleString('en')],
    ['created', tally.created.toLocaleString('en')],
    ['merged', tally.merged.toLocaleString('en')],
    ['updated', tally.updated.toLocaleString('en')],
    ['unchanged', tally.unchanged.toLocaleString('en')],
    ...skipped,
    ...(tally.approximate > 0
      ? [['placed at their commune', tally.approximate.toLocaleString('en')] as const]
      : []),
    ...(tally.doubtful > 0 ? [['to compare by hand', tally.doubtful.toLocaleString('en')] as const] : []),
    ['seconds', seconds.toFixed(1)],
  ] as const
  const label = Math.max(...rows.map(([name]) => name.length))
  const figure = Math.max(...rows.map(([, value]) => value.length))
  return rows.map(([name, value]) => `  ${name.padEnd(label)}  ${value.padStart(figure)}`).join('\n')
}

/** A line a source: what was read, and what became of it. `read` is the sum of the five others. */
export function sourcesTable(bySource: ReadonlyMap<string, Tally>): string {
  const heads = ['source', 'read', 'created', 'merged', 'updated', 'unchanged', 'skipped']
  const lines = [...bySource].map(([source, { read, created, merged, updated, unchanged, skipped }]) => {
    const figures = [read, created, merged, updated, unchanged, sum(Object.values(skipped))]
    return [source, ...figures.map((figure) => figure.toLocaleString('en'))]
  })
  const widths = heads.map((head, i) => Math.max(head.length, ...lines.map((line) => line[i]?.length ?? 0)))
  const row = (cells: string[]) =>
    `  ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')}`
  return [heads, ...lines].map(row).join('\n')
}

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0)

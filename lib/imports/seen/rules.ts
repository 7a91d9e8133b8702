/** Where fingerprints begin; below it stand the numbers of OpenStreetMap, as they are. */
const FINGERPRINTS = 2 ** 52
const HALF = 2 ** 32
const OSM = /^osm (node|way|relation)\/(\d{1,14})$/
const TYPES: Record<string, number> = { node: 1, way: 2, relation: 3 }

/**
 * Which rows came by, in eight to sixteen bytes each: a million of them as text would take a hundred megabytes. Objects
 * of OpenStreetMap are told apart exactly; others by fingerprints of 52 bits, of which any two among a million are the same
 * once in nine thousand times.
 */
export class Seen {
  private slots = new Float64Array(1024)
  private size = 0

  /** Notes a row of a source. Answers false when it was there. */
  add(source: string, externalId: string): boolean {
    const print = printOf(`${source} ${externalId}`)
    const slot = this.slotOf(print)
    if (this.slots[slot] !== 0) return false
    this.slots[slot] = print
    this.size += 1
    if (this.size * 2 > this.slots.length) this.grow()
    return true
  }

  /** Where it is, or the empty slot where it would be. */
  private slotOf(print: number): number {
    const mask = this.slots.length - 1
    let slot = mixed(print) & mask
    while (this.slots[slot] !== 0 && this.slots[slot] !== print) slot = (slot + 1) & mask
    return slot
  }

  private grow(): void {
    const old = this.slots
    this.slots = new Float64Array(old.length * 2)
    for (const print of old) if (print !== 0) this.slots[this.slotOf(print)] = print
  }
}

/** Never zero. */
function printOf(identity: string): number {
  const [, type = '', number] = OSM.exec(identity) ?? []
  return number ? Number(number) * 4 + (TYPES[type] ?? 0) : fingerprintOf(identity)
}

/** Spreads numbers that follow each other over all slots: the last step of MurmurHash3. */
function mixed(print: number): number {
  let bits = (print | 0) ^ Math.floor(print / HALF)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** Two hashes over UTF-16 units, mixed: after MurmurHash3. */
function fingerprintOf(text: string): number {
  let [a, b] = [0x9747b28c, 0x3c6ef372]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 0xcc9e2d51)
    b = Math.imul(b ^ unit, 0x1b873593)
    a = (a << 15) | (a >>> 17)
    b = (b << 13) | (b >>> 19)
  }
  const high = mixed(a ^ Math.imul(b, 0x9e3779b1)) % 2 ** 20
  return FINGERPRINTS + high * HALF + mixed(b ^ Math.imul(a, 0x85ebca6b))
}

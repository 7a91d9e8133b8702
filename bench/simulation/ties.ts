/** Who said "glad to meet again" of each other. */
export class Ties {
  readonly #of = new Map<number, Set<number>>()

  tie(one: number, other: number): void {
    this.#add(one, other)
    this.#add(other, one)
  }

  of = (person: number): number[] => [...(this.#of.get(person) ?? [])]

  has = (one: number, other: number): boolean => this.#of.get(one)?.has(other) ?? false

  #add(one: number, other: number): void {
    const known = this.#of.get(one)
    if (known) known.add(other)
    else this.#of.set(one, new Set([other]))
  }
}

/** Gives numbers to texts that many rows share. The empty text is 0. */
export class Names {
  readonly #numbers = new Map<string, number>([['', 0]])
  readonly #texts = ['']

  numberOf(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.#texts.length)
    return this.#texts.push(text) - 1
  }

  /** The text that has this number; the empty one where none has. */
  textOf(number: number): string {
    return this.#texts[number] ?? ''
  }
}

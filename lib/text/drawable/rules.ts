/** What the packaged font of the share cards draws: Latin of Western and Central Europe, and its punctuation. */
const UNDRAWABLE =
  /[^\u0020-\u007e\u00a0-\u017f\u2013\u2014\u2018-\u201a\u201c-\u201e\u2026\u20ac]|[\u00a9\u00ad\u00ae\u0114\u0115\u012c\u012d\u0138\u013f\u0140\u0149\u014e\u014f\u017f]/g

/**
 * A text without the characters that the share cards cannot draw. For those, their library would ask servers of others
 * for fonts and pictures.
 */
export function drawable(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(UNDRAWABLE, '')
    .replaceAll(/ +/g, ' ')
    .trim()
}

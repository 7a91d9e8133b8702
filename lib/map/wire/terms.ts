/** Of the form in which tiles travel: it rises when a reader of the one before would misread it. */
export const VERSION = 3

/** Units that a tile is wide and high in what is sent, as in vector tiles: an eighth of a CSS pixel. */
export const EXTENT = 4096

/** Tiles are drawn 512 CSS pixels wide, twice as wide as a map's own: of one zoom less than the map. */
export const STEP = 1

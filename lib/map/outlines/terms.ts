/** Of the form in which shores and town names travel. */
export const VERSION = 1

/** Units across a tile in which rings are drawn. */
export const EXTENT = 1024

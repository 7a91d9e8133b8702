/** A position in WGS 84 degrees: latitude -90 to 90, longitude -180 to 180. */
export type LatLng = { lat: number; lng: number }

/** A box in degrees. `west` greater than `east` means that it spans the antimeridian (RFC 7946 §5.2). */
export type BBox = { west: number; south: number; east: number; north: number }

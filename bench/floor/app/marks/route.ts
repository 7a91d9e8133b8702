export const dynamic = 'force-dynamic'

/** As many as a phone's view may have, about 44 pixels from each other. */
const rows = Array.from({ length: 60 }, (_, n) => [
  43.7 + (Math.floor(n / 8) - 4) * 0.0055,
  7.266 + ((n % 8) - 4) * 0.0076,
  (n * 37) % 900,
])

export function GET(): Response {
  return Response.json(rows)
}

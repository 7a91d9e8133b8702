import { z } from 'zod'
import { db } from '@/lib/db'

/** Where a space's picture is; null when there is no such picture. */
export async function photoUrl(id: string): Promise<string | null> {
  if (!z.uuid().safeParse(id).success) return null
  const photo = await db.spacePhoto.findUnique({ where: { id }, select: { url: true } })
  return photo?.url ?? null
}

import { db } from '@/lib/db'

/** A host's word as its mail needs it; null when it was taken back with its event. */
export async function messageForMail(id: string) {
  return db.hostMessage.findUnique({
    where: { id },
    select: {
      id: true,
      body: true,
      eventId: true,
      sender: { select: { name: true, user: { select: { email: true } } } },
    },
  })
}

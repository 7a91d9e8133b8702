'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { requireActor } from '@/lib/auth'
import { acceptInvite, declineInvite } from '@/lib/events/hosts/commands'
import { inviteTokenSchema } from '@/lib/events/hosts/schema'

/** Becomes a co-host; the page says what is in the way. */
export async function acceptInviteAction(form: FormData): Promise<void> {
  const token = inviteTokenSchema.catch('').parse(form.get('token'))
  const locale = await getLocale()
  const page = `/${locale}/cohost/${encodeURIComponent(token)}`
  const answer = await acceptInvite(await requireActor(locale, page), token)
  if (answer.ok) redirect(`/${locale}/host/${answer.value.eventId}/hosts?done=joined`)
  const closed = !['not_found', 'other_address'].includes(answer.reason)
  redirect(closed ? `${page}?done=closed` : page)
}

/** Says no, without signing in. */
export async function declineInviteAction(form: FormData): Promise<void> {
  const token = inviteTokenSchema.catch('').parse(form.get('token'))
  await declineInvite(token)
  redirect(`/${await getLocale()}/cohost/${encodeURIComponent(token)}?done=declined`)
}

import { notFound } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { eventPage } from '@/lib/events/queries'
import { permanentRedirect } from '@/lib/i18n/navigation'

/** The short address, without the words: it leads to the whole one. */
export default async function EventRedirect({ params }: PageProps<'/[locale]/events/[id]'>) {
  const event = await eventPage((await params).id)
  if (!event) notFound()
  permanentRedirect({ href: `/events/${event.id}/${event.slug}`, locale: await getLocale() })
}

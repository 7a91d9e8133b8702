import { notFound } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { now } from '@/lib/clock'
import { groupPage } from '@/lib/groups/queries'
import { permanentRedirect } from '@/lib/i18n/navigation'

/** The short address, without the words: it leads to the whole one. */
export default async function GroupRedirect({ params }: PageProps<'/[locale]/groups/[id]'>) {
  const group = await groupPage((await params).id, null, now())
  if (!group) notFound()
  permanentRedirect({ href: group.path, locale: await getLocale() })
}

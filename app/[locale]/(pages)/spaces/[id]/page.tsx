import { notFound } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { now } from '@/lib/clock'
import { permanentRedirect } from '@/lib/i18n/navigation'
import { spaceOfAlias, spacePage } from '@/lib/spaces/page/queries'

/** The short address, without the words: it leads to the whole one, a double's to the one that was kept. */
export default async function SpaceRedirect({ params }: PageProps<'/[locale]/spaces/[id]'>) {
  const { id } = await params
  const space = (await spacePage(id, now())) ?? (await spaceOfAlias(id))
  if (!space) notFound()
  permanentRedirect({ href: `/spaces/${space.id}/${space.slug}`, locale: await getLocale() })
}

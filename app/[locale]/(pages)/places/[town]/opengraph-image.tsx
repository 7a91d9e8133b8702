import { notFound } from 'next/navigation'
import { ImageResponse } from 'next/og'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { CARD_SIZE, ShareCard } from '@/components/spaces/share-card'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { routing } from '@/lib/i18n/routing'
import { townBrief } from '@/lib/map/town/queries'

export const size = CARD_SIZE
export const contentType = 'image/png'

/** Seconds that whoever shows the link may keep the picture. */
const KEPT = 3600

type Props = { params: Promise<{ locale: string; town: string }> }

/** The picture beside a shared link to a town. */
export default async function TownShareImage({ params }: Props): Promise<Response> {
  const { locale, town: slug } = await params
  const brief = await townBrief(slug, now())
  if (!brief || !hasLocale(routing.locales, locale)) notFound()
  const t = await getTranslations({ locale, namespace: 'towns' })
  const { town, counts } = brief
  const card = (
    <ShareCard
      instance={env().instanceName}
      kind={t('shareKind')}
      name={town.name}
      where={[town.region, town.postcode].filter(Boolean).join(' · ')}
      facts={[
        counts.spaces > 0 && t('share.places', { count: counts.spaces }),
        counts.events > 0 && t('share.outings', { count: counts.events }),
        counts.coffees > 0 && t('share.coffees', { count: counts.coffees }),
      ].filter((fact) => typeof fact === 'string')}
    />
  )
  return new ImageResponse(card, { ...size, headers: { 'Cache-Control': `public, max-age=${KEPT}` } })
}

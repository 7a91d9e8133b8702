import { notFound } from 'next/navigation'
import { ImageResponse } from 'next/og'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { CARD_SIZE, ShareCard } from '@/components/spaces/share-card'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { routing } from '@/lib/i18n/routing'
import { type SpacePage, spacePage } from '@/lib/spaces/page/queries'
import { cardPrice, money } from '@/lib/spaces/prices/rules'

export const size = CARD_SIZE
export const contentType = 'image/png'

/** Seconds that whoever shows the link may keep the picture. */
const KEPT = 3600

type Props = { params: Promise<{ locale: string; id: string }> }

/** The picture beside a shared link to a place. */
export default async function SpaceShareImage({ params }: Props): Promise<Response> {
  const { locale, id } = await params
  const space = await spacePage(id, now())
  if (!space || !hasLocale(routing.locales, locale)) notFound()
  const kinds = await getTranslations({ locale, namespace: 'spaces.kinds' })
  const card = (
    <ShareCard
      instance={env().instanceName}
      kind={kinds(space.kind)}
      name={space.name}
      where={[space.street, space.city].filter(Boolean).join(', ')}
      facts={await factsOf(space, locale)}
    />
  )
  return new ImageResponse(card, { ...size, headers: { 'Cache-Control': `public, max-age=${KEPT}` } })
}

async function factsOf(space: SpacePage, locale: 'fr' | 'en'): Promise<string[]> {
  const t = await getTranslations({ locale, namespace: 'spaces.facts' })
  const { fee, currency, internet, wifiMbps, sockets, noise, wheelchair, trialDay, closedOn } = space
  if (closedOn) return []
  const price = cardPrice(space)
  const free = fee === false
  const wifi = internet === 'wlan' || internet === 'yes'
  return [
    free && t('free'),
    !free && price && t(`per.${price.unit}`, { price: money(price.cents, currency, locale) }),
    wifi && (wifiMbps === null ? t('wifi') : t('speed', { mbps: wifiMbps })),
    sockets === 'plenty' && t('sockets'),
    noise === 'quiet' && t('quiet'),
    (wheelchair === 'yes' || wheelchair === 'designated') && t('accessible'),
    trialDay && t('trial'),
  ].filter((fact) => typeof fact === 'string')
}

import { useLocale, useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import { cardPrice, money } from '@/lib/spaces/prices/rules'
import type { SpaceCard } from '@/lib/spaces/queries'

/** What is known of a space, in a word or two each. Nothing is said of what is unknown. */
export function SpaceTags({ space }: { space: SpaceCard }) {
  const t = useTranslations('spaces.facts')
  const { internet, internetFee, wheelchair, wifiMbps } = space
  const wifi = internet === 'wlan' || internet === 'yes'
  return (
    <>
      {space.trialDay && (
        <Tag tone="space" icon="gift">
          {t('trial')}
        </Tag>
      )}
      <PriceTag space={space} />
      {wifi && (
        <Tag icon="wifi">
          {wifiMbps === null ? t(internetFee === 'no' ? 'freeWifi' : 'wifi') : t('speed', { mbps: wifiMbps })}
        </Tag>
      )}
      {internet === 'wired' && <Tag icon="laptop">{t('wired')}</Tag>}
      {space.sockets === 'plenty' && <Tag icon="plug">{t('sockets')}</Tag>}
      {space.noise === 'quiet' && <Tag icon="sound">{t('quiet')}</Tag>}
      {space.callsAllowed && <Tag icon="phone">{t('calls')}</Tag>}
      {(wheelchair === 'yes' || wheelchair === 'designated') && (
        <Tag icon="wheelchair">{t('accessible')}</Tag>
      )}
      {wheelchair === 'limited' && <Tag icon="wheelchair">{t('partlyAccessible')}</Tag>}
      {space.approximate && <Tag icon="pin">{t('approximate')}</Tag>}
      {space.stale && <Tag icon="warning">{t('stale')}</Tag>}
    </>
  )
}

function PriceTag({ space }: { space: SpaceCard }) {
  const t = useTranslations('spaces.facts')
  const locale = useLocale()
  const price = cardPrice(space)
  if (space.fee === false) return <Tag tone="good">{t('free')}</Tag>
  if (price) return <Tag>{t(`per.${price.unit}`, { price: money(price.cents, space.currency, locale) })}</Tag>
  return space.fee ? <Tag>{t('paid')}</Tag> : null
}

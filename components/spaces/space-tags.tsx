import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import type { SpaceCard } from '@/lib/spaces/queries'

type Facts = Pick<SpaceCard, 'internet' | 'internetFee' | 'fee' | 'wheelchair'>

/** What is known of a space, in a word or two each. Nothing is said of what is unknown. */
export function SpaceTags({ space }: { space: Facts }) {
  const t = useTranslations('spaces.facts')
  const { internet, internetFee, fee, wheelchair } = space
  const wifi = internet === 'wlan' || internet === 'yes'
  return (
    <>
      {fee === false && <Tag tone="good">{t('free')}</Tag>}
      {fee === true && <Tag>{t('paid')}</Tag>}
      {wifi && <Tag icon="wifi">{t(internetFee === 'no' ? 'freeWifi' : 'wifi')}</Tag>}
      {internet === 'wired' && <Tag icon="laptop">{t('wired')}</Tag>}
      {(wheelchair === 'yes' || wheelchair === 'designated') && (
        <Tag icon="wheelchair">{t('accessible')}</Tag>
      )}
      {wheelchair === 'limited' && <Tag icon="wheelchair">{t('partlyAccessible')}</Tag>}
    </>
  )
}

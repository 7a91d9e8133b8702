import { useTranslations } from 'next-intl'
import { Fact } from '@/components/ui/fact'
import type { Internet, InternetFee, Wheelchair } from '@/lib/spaces/schema'

export interface OnSite {
  internet: Internet | null
  internetFee: InternetFee | null
  internetSsid: string | null
  fee: boolean | null
  charge: string | null
  capacity: number | null
  wheelchair: Wheelchair | null
  toiletsWheelchair: Wheelchair | null
  airConditioning: boolean | null
  operator: string | null
  level: string | null
}

/** What is found on site. What nobody has said is not shown: unknown is not "no". */
export function SpaceFacts({ space }: { space: OnSite }) {
  const t = useTranslations('spaces.page')
  const { internet, internetSsid, charge, capacity, wheelchair, toiletsWheelchair, operator, level } = space
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {internet && (
        <Fact icon="wifi" note={internetSsid && t('network', { ssid: internetSsid })}>
          {t(internetKey(internet, space.internetFee))}
        </Fact>
      )}
      {(charge || space.fee !== null) && (
        <Fact icon="price">{charge ? t('price', { charge }) : t(space.fee ? 'paid' : 'free')}</Fact>
      )}
      {wheelchair && (
        <Fact icon="wheelchair" note={toiletsWheelchair && t(`toilets.${toiletsWheelchair}`)}>
          {t(`wheelchair.${wheelchair}`)}
        </Fact>
      )}
      {capacity !== null && <Fact icon="seat">{t('seats', { count: capacity })}</Fact>}
      {space.airConditioning && <Fact icon="leaf">{t('airConditioning')}</Fact>}
      {level && <Fact icon="up">{t('level', { level })}</Fact>}
      {operator && <Fact icon="people">{t('operator', { operator })}</Fact>}
    </ul>
  )
}

/** The message for an OSM `internet_access` and its fee. */
function internetKey(internet: Internet, fee: InternetFee | null) {
  if (internet === 'no') return 'noInternet'
  if (internet === 'wired') return 'wired'
  if (internet === 'terminal') return 'terminal'
  if (fee === 'no') return 'wifiFree'
  if (fee === 'yes') return 'wifiFee'
  if (fee === 'customers') return 'wifiCustomers'
  return internet === 'wlan' ? 'wifi' : 'internet'
}

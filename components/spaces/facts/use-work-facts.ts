import { useTranslations } from 'next-intl'
import type { SpacePage } from '@/lib/spaces/page/queries'
import type { Internet, InternetFee } from '@/lib/spaces/schema'
import { type FactLine, line } from './fact-line'

/** Internet, sockets, noise and calls: whether one can work there. */
export function useWorkFacts(space: SpacePage): FactLine[] {
  const t = useTranslations('spacePage')
  const { internet, internetFee, internetSsid, wifiMbps, sockets, noise, callsAllowed } = space
  const speed = wifiMbps !== null && t('speed', { mbps: wifiMbps })
  const network = internetSsid && t('network', { ssid: internetSsid })
  return [
    ...(internet
      ? line(
          true,
          'wifi',
          t(`internet.${internetKey(internet, internetFee)}`),
          [speed, network].filter(Boolean).join(' · '),
        )
      : line(speed, 'wifi', speed || '')),
    ...(sockets ? line(true, 'plug', t(`sockets.${sockets}`)) : []),
    ...(noise ? line(true, 'sound', t(`noise.${noise}`)) : []),
    ...(callsAllowed === null ? [] : line(true, 'phone', t(callsAllowed ? 'calls' : 'noCalls'))),
    ...line(space.phoneBooths, 'door', t('phoneBooths')),
    ...line(space.meetingRooms, 'people', t('meetingRooms')),
  ]
}

/** The message for an OSM `internet_access` and its fee. */
function internetKey(internet: Internet, fee: InternetFee | null) {
  if (internet === 'no' || internet === 'wired' || internet === 'terminal') return internet
  if (fee === 'no') return 'wifiFree'
  if (fee === 'yes') return 'wifiFee'
  if (fee === 'customers') return 'wifiCustomers'
  return internet === 'wlan' ? 'wifi' : 'yes'
}

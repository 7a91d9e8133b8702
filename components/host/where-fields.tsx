import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { RadioCards } from '@/components/ui/radio-cards'
import type { EventPlace } from '@/lib/events/schema'
import type { FoundSpace } from '@/lib/spaces/search/queries'
import { AddressField } from './address-field'
import { OnlineField } from './online-field'
import { SpaceField } from './space-field'
import type { Spot } from './spot'
import type { Draft } from './use-draft'

type Props = {
  values: Draft
  errors: Record<string, string>
  found: FoundSpace[] | null
  path: string
  basemap: { url: string; attribution: string }
  where: EventPlace
  /** A table at home has an address and nothing else. */
  home: boolean
  onWhere: (where: EventPlace) => void
  onSpot: (where: EventPlace, spot: Partial<Spot>) => void
}

/** One of three: a place on the map, an address, or a link. The style sheet shows the chosen one, so it needs no script. */
export function WhereFields({ values, errors, found, path, basemap, where, home, onWhere, onSpot }: Props) {
  const t = useTranslations('host.form')
  const ways = [
    { value: 'space', label: t('whereSpace'), icon: 'coffee' as const },
    { value: 'address', label: t('whereAddress'), icon: 'pin' as const },
    { value: 'online', label: t('whereOnline'), icon: 'video' as const },
  ]
  return (
    <div className="group/where flex flex-col gap-3">
      <RadioCards
        key={`${where} ${home}`}
        name="where"
        legend={<span className="font-display text-xl">{t('where')}</span>}
        options={home ? ways.filter(({ value }) => value === 'address') : ways}
        defaultValue={where}
        error={errors.where}
        onChange={(value) => onWhere(value as EventPlace)}
      />
      <Panel className="group-has-[[name=where][value=space]:checked]/where:flex">
        <SpaceField
          {...{ found, path, values }}
          error={errors.spaceId}
          onSpot={(spot) => onSpot('space', spot)}
        />
      </Panel>
      <Panel className="group-has-[[name=where][value=address]:checked]/where:flex">
        <AddressField {...{ values, errors, basemap, home }} onSpot={(spot) => onSpot('address', spot)} />
      </Panel>
      <Panel className="group-has-[[name=where][value=online]:checked]/where:flex">
        <OnlineField values={values} error={errors.onlineUrl} onSpot={(spot) => onSpot('online', spot)} />
      </Panel>
    </div>
  )
}

function Panel({ className, children }: { className: string; children: ReactNode }) {
  return <div className={`hidden flex-col gap-4 rounded-xl bg-sunken p-4 ${className}`}>{children}</div>
}

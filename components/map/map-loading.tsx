'use client'

import { useTranslations } from 'next-intl'

/** The map's ground, before the map. */
export function MapLoading() {
  const t = useTranslations('map')
  return (
    <p className="grid h-full min-h-40 place-items-center bg-sunken text-muted" role="status">
      {t('loading')}
    </p>
  )
}

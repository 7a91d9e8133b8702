import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Basemap, MiniMap } from '@/components/map/mini-map'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { ShareButton } from '@/components/ui/share-button'
import { townPath } from '@/lib/i18n/paths'
import type { SpacePage } from '@/lib/spaces/page/queries'
import { inTown } from '@/lib/towns/words/rules'
import { SpaceContact } from './space-contact'
import { SpaceFacts } from './space-facts'
import { SpaceHead } from './space-head'
import { SpaceHours } from './space-hours'
import { SpacePhotos } from './space-photos'
import { SpaceSection } from './space-section'
import { SpaceSources } from './space-sources'

/** What people may do about a place, each drawn by its own part of the house; null where they may not. */
export interface SpaceSlots {
  /** What one has just done for it, and what nobody has checked yet. */
  notices?: ReactNode
  /** Who works there, and the way to join them. */
  work?: ReactNode
  /** What happens there next. */
  life: ReactNode
  /** "Still right?" */
  stillRight?: ReactNode
  /** Wifi, noise and sockets, as one found them. */
  taps?: ReactNode
  /** Asking for the first day on the house. */
  trial?: ReactNode
  /** Suggesting a correction, saying that it closed. */
  correct?: ReactNode
  /** "It is my place." */
  claim?: ReactNode
}

type Props = {
  space: SpacePage
  /** How often freelancers came lately. */
  visits: number
  now: Date
  /** Absolute, for sharing. */
  url: string
  basemap: Basemap
  /** Whose page lists the places around; null far from any. */
  town: { name: string; slug: string } | null
  slots: SpaceSlots
}

/** A place's whole page: open now, the way there, what is on site, what happens, and who says so. */
export function SpaceDetails({ space, visits, now, url, basemap, town, slots }: Props) {
  const t = useTranslations('spacePage')
  const locale = useLocale()
  const closed = space.closedOn !== null
  const at = { lat: space.lat, lng: space.lng }
  const around = `/?lat=${at.lat}&lng=${at.lng}&z=14&show=spaces`
  return (
    <Page width="wide">
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[1fr_22rem]">
        <div className="flex min-w-0 flex-col gap-8">
          {slots.notices && <div className="flex flex-col gap-2 empty:hidden">{slots.notices}</div>}
          <SpaceHead space={space} visits={visits} now={now} trial={slots.trial} />
          {closed && (
            <LinkButton href={around} variant="primary" className="self-start">
              {t('around')}
            </LinkButton>
          )}
          <SpacePhotos photos={space.photos} name={space.name} />
          {!closed && slots.work}
          {!closed && (
            <SpaceSection title={t('facts')}>
              <SpaceFacts space={space} taps={slots.taps} />
              {slots.correct}
            </SpaceSection>
          )}
          {slots.life}
          {slots.stillRight}
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          <SpaceHours space={space} />
          <SpaceSection title={t('map')}>
            <MiniMap at={at} kind="space" basemap={basemap} />
            {town && (
              <LinkButton href={townPath(locale, town.slug)} className="self-start">
                {t('town', { town: inTown(town.name, locale) })}
              </LinkButton>
            )}
          </SpaceSection>
          <div className="flex flex-col items-start gap-3">
            <SpaceContact space={space} />
            <ShareButton url={url} title={space.name} labels={{ share: t('share'), copied: t('copied') }} />
          </div>
          <SpaceSources space={space}>
            {closed && slots.correct}
            {slots.claim}
          </SpaceSources>
        </div>
      </div>
    </Page>
  )
}

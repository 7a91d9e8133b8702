import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { eventIcons } from '@/components/events/event-kind'
import { RepeatField } from '@/components/series/repeat-field'
import { Field } from '@/components/ui/field'
import { RadioCards } from '@/components/ui/radio-cards'
import { TextInput } from '@/components/ui/text-input'
import { EVENT_KINDS, type EventKind } from '@/lib/events/kinds/terms'
import { isOnlineKind, proposedTitle } from '@/lib/events/rules'
import type { EventPlace } from '@/lib/events/schema'
import type { WallTimes } from '@/lib/events/times/rules'
import { isHome } from '@/lib/homes/rules'
import type { FoundSpace } from '@/lib/spaces/search/queries'
import { DetailFields } from './detail-fields'
import { GuestSettings } from './guest-settings'
import { HomeNote } from './home-note'
import { ListingFields } from './listing-fields'
import type { Spots } from './spot'
import type { Draft } from './use-draft'
import { WhenFields } from './when-fields'
import { WhereFields } from './where-fields'

export type EventFieldsProps = {
  values: Draft
  /** Field name → key in the `errors` messages. */
  errors: Record<string, string>
  /** When each kind usually happens next. */
  usual: Record<EventKind, WallTimes>
  /** Spaces that were looked for without JavaScript; null when none were. */
  found: FoundSpace[] | null
  /** Path of this page, for the search without JavaScript. */
  path: string
  /** Seats that somebody has, of an event that exists. */
  taken: number | null
  /** Languages to choose from: code and name. */
  languages: { code: string; name: string }[]
  basemap: { url: string; attribution: string }
  /** A new event may come back; of one that exists that is settled. */
  repeats: boolean
  /** Groups that the host may publish in, and the one it is in. */
  groups: { id: string; name: string }[]
}

/** Where a kind is held unless said otherwise. */
const usualPlace = (kind: EventKind): EventPlace =>
  isHome(kind) ? 'address' : isOnlineKind(kind) ? 'online' : 'space'

const same = (a: WallTimes, b: WallTimes) => a.day === b.day && a.start === b.start && a.end === b.end

export function EventFields({
  values,
  errors,
  usual,
  taken,
  languages,
  repeats,
  groups,
  ...rest
}: EventFieldsProps) {
  const t = useTranslations('host.form')
  const kinds = useTranslations('events.kinds')
  const [kind, setKind] = useState((values.kind || 'open_coffee') as EventKind)
  const [wall, setWall] = useState<WallTimes>({
    day: values.day ?? '',
    start: values.start ?? '',
    end: values.end ?? '',
  })
  const [where, setWhere] = useState((values.where || 'space') as EventPlace)
  const [spots, setSpots] = useState<Spots>(() => spotsOf(values))
  const spot = spots[where] ?? spots.space

  /** Hours that nobody chose follow the kind. */
  function changeKind(next: EventKind) {
    if (usual[kind] && same(wall, usual[kind])) setWall(usual[next])
    if (usualPlace(next) !== usualPlace(kind)) setWhere(usualPlace(next))
    setKind(next)
  }

  return (
    <>
      <RadioCards
        name="kind"
        legend={<span className="font-display text-xl">{t('kind')}</span>}
        columns={2}
        options={EVENT_KINDS.map((value) => ({ value, label: kinds(value), icon: eventIcons[value] }))}
        defaultValue={kind}
        error={errors.kind}
        onChange={(value) => changeKind(value as EventKind)}
      />
      {isHome(kind) && <HomeNote />}
      <WhereFields
        {...{ values, errors, where, ...rest }}
        home={isHome(kind)}
        onWhere={setWhere}
        onSpot={(at, next) => setSpots((before) => ({ ...before, [at]: { ...before[at], ...next } }))}
      />
      <WhenFields wall={wall} onWall={setWall} timeZone={spot.timeZone} errors={errors} />
      {repeats && !isHome(kind) && <RepeatField {...{ values, errors }} day={wall.day} />}
      <Field id="title" label={t('title')} note={t('titleNote')} error={errors.title}>
        {(ids) => (
          <TextInput
            {...ids}
            name="title"
            maxLength={120}
            defaultValue={values.title}
            placeholder={proposedTitle(kinds(kind), spot)}
          />
        )}
      </Field>
      <DetailFields {...{ values, errors, taken, languages }} home={isHome(kind)} />
      <GuestSettings {...{ values, errors }} hasAddress={where === 'address'} home={isHome(kind)} />
      <ListingFields {...{ values, errors }} groups={isHome(kind) ? [] : groups} />
    </>
  )
}

/** What is known of each of the three places at first. */
function spotsOf(values: Draft): Spots {
  const { placeName = '', city = '', spaceName = '', spaceCity = '', spaceZone } = values
  return {
    space: { placeName: spaceName, city: spaceCity, timeZone: spaceZone || null },
    address: { placeName, city, timeZone: values.where === 'address' ? values.timeZone || null : null },
    online: { placeName: '', city: '', timeZone: values.timeZone || null },
  }
}

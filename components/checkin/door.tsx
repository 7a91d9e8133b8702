'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { LiveInput } from '@/components/ui/live-input'
import { headcount, readCode } from '@/lib/events/checkin/rules'
import type { DoorGuest, DoorList } from '@/lib/events/checkin/schema'
import { GuestToggle } from './guest-toggle'
import { LinkLine } from './link-line'
import { Scanner } from './scanner'
import { useDoor } from './use-door'
import { WalkIns } from './walk-ins'

/** Letters alone, without accents: "eloise" finds Éloïse. */
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The list at the door: a tap, a code or a scan says that somebody is there. */
export function Door({ initial, returnTo }: { initial: DoorList; returnTo: string }) {
  const t = useTranslations('checkin')
  const { list, see, unsee, walkIn, walkOut, ...link } = useDoor(initial)
  const [sought, setSought] = useState('')
  const [scanning, setScanning] = useState(false)
  const [said, setSaid] = useState('')
  const { there, expected } = headcount(list)
  const code = readCode(sought)
  const withCode = list.guests.find((guest) => guest.code === code)
  const found = withCode
    ? [withCode]
    : list.guests.filter(({ name }) => plain(name).includes(plain(sought.trim())))

  function toggle(guest: DoorGuest) {
    const gone = guest.seen.length > 0
    if (gone) unsee(guest)
    else see(guest)
    setSaid(t(gone ? 'takenBack' : 'isThere', { name: guest.name }))
  }
  function takeCode(text: string) {
    const guest = list.guests.find((one) => one.code === readCode(text))
    if (!guest) return setSaid(t('unknownCode'))
    navigator.vibrate?.(80)
    if (guest.seen.length > 0) return setSaid(t('alreadyThere', { name: guest.name }))
    see(guest)
    setSaid(t('isThere', { name: guest.name }))
  }
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-2xl tabular-nums">
          <strong>{there}</strong> <span className="text-muted">{t('of', { expected })}</span>
        </p>
        <Button variant="primary" onClick={() => setScanning(true)}>
          <Icon name="scan" />
          {t('scan')}
        </Button>
      </div>
      <LinkLine {...link} returnTo={returnTo} />
      {list.guests.length === 0 ? (
        <EmptyState icon="people" title={t('nobody')} text={t('nobodyText')} />
      ) : (
        <div className="flex flex-col gap-3">
          <form
            onSubmit={(event) => {
              event.preventDefault()
              const [only, ...others] = found
              if (only && others.length === 0 && only.seen.length === 0) toggle(only)
              setSought('')
            }}
          >
            <Field id="sought" label={t('sought')} hint={t('soughtHint')}>
              {(ids) => (
                <LiveInput
                  {...ids}
                  type="search"
                  value={sought}
                  autoComplete="off"
                  autoCapitalize="none"
                  maxLength={60}
                  onText={setSought}
                />
              )}
            </Field>
          </form>
          <p role="status" className="min-h-6 font-semibold">
            {scanning ? '' : said}
          </p>
          <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-card">
            {found.map((guest) => (
              <li key={guest.rsvpId}>
                <GuestToggle guest={guest} onToggle={() => toggle(guest)} />
              </li>
            ))}
            {found.length === 0 && <li className="p-4 text-muted">{t('noneFound')}</li>}
          </ul>
        </div>
      )}
      <WalkIns people={list.walkIns} {...{ walkIn, walkOut }} />
      <Scanner open={scanning} onClose={() => setScanning(false)} onCode={takeCode} said={said} />
    </div>
  )
}

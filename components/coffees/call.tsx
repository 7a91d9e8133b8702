'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useRouter } from '@/lib/i18n/navigation'

type Props = {
  room: { url: string; own: boolean }
  /** ISO 8601, UTC. */
  opensAt: string
  endsAt: string
  /** What the server read on its clock. */
  now: string
}

/** A room for fifteen minutes. Nothing is fetched from its server before the tap, and it closes by itself. */
export function Call({ room, opensAt, endsAt, now }: Props) {
  const t = useTranslations('coffees')
  const router = useRouter()
  const [inside, setInside] = useState(false)
  const [at, setAt] = useState(() => Date.parse(now))
  useEffect(() => {
    const timer = setInterval(() => setAt(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const over = at >= Date.parse(endsAt)
  useEffect(() => {
    if (over) router.refresh()
  }, [over, router])
  if (over) return null
  if (at < Date.parse(opensAt)) return <p className="text-muted">{t('doorLater')}</p>
  const minutes = Math.ceil((Date.parse(endsAt) - at) / 60_000)
  return (
    <div className="flex flex-col gap-3">
      {inside ? (
        <iframe
          src={room.url}
          title={t('roomTitle')}
          allow="camera; microphone; fullscreen; display-capture"
          referrerPolicy="no-referrer"
          className="h-[70dvh] w-full rounded-card border border-line bg-sunken"
        />
      ) : room.own ? (
        <Button variant="primary" className="w-full text-lg" onClick={() => setInside(true)}>
          <Icon name="video" />
          {t('enter')}
        </Button>
      ) : (
        <a
          href={room.url}
          target="_blank"
          rel="noopener noreferrer"
          className="inline-flex min-h-11 items-center justify-center gap-2 rounded-full bg-accent px-5 py-2 font-semibold text-lg text-on-accent hover:bg-accent-strong"
        >
          <Icon name="external" />
          {t('enter')}
        </a>
      )}
      <p className="text-muted text-sm">{t(room.own ? 'roomText' : 'roomOutside')}</p>
      <p>{t('minutesLeft', { minutes })}</p>
    </div>
  )
}

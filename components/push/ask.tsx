'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { confirmSubscription, decline, standing, subscribe } from './browser'

type Stage = 'hidden' | 'asking' | 'working' | 'on' | 'denied' | 'failed'

/** Offers, once there is a seat to hear of, to ring on this device. Shows nothing where that is settled or cannot be. */
export function PushAsk({ publicKey }: { publicKey: string }) {
  const t = useTranslations('pushAsk')
  const [stage, setStage] = useState<Stage>('hidden')
  useEffect(() => {
    let gone = false
    standing().then(
      async (found) => {
        if (found === 'on') await confirmSubscription()
        if (!gone && found === 'open') setStage('asking')
      },
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [])

  async function accept() {
    if (stage === 'working') return
    setStage('working')
    const permission = await Notification.requestPermission()
    if (permission !== 'granted') return setStage(permission === 'denied' ? 'denied' : 'asking')
    await subscribe(publicKey).then(
      () => setStage('on'),
      () => setStage('failed'),
    )
  }

  if (stage === 'hidden') return null
  const open = stage === 'asking' || stage === 'working' || stage === 'failed'
  return (
    <div className="flex items-start gap-3 rounded-card border border-line p-4">
      <Icon name="bell" className="mt-0.5 size-5 text-accent" />
      <div className="min-w-0">
        <div role="status">
          {stage === 'on' && <p>{t('on')}</p>}
          {stage === 'denied' && <p>{t('denied')}</p>}
          {stage === 'failed' && <p className="mb-2">{t('failed')}</p>}
        </div>
        {open && (
          <>
            <p className="font-semibold">{t('title')}</p>
            <p className="text-muted text-sm">{t('text')}</p>
            <div className="mt-3 flex flex-wrap gap-2">
              <Button type="button" onClick={accept} aria-disabled={stage === 'working'}>
                {t(stage === 'failed' ? 'again' : 'yes')}
              </Button>
              <Button
                type="button"
                variant="quiet"
                onClick={() => {
                  decline()
                  setStage('hidden')
                }}
              >
                {t('no')}
              </Button>
            </div>
          </>
        )}
      </div>
    </div>
  )
}

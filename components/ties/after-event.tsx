import { useTranslations } from 'next-intl'
import type { Lately } from '@/lib/ties/lately/queries'
import type { GladActions } from './glad-row'
import { WhoWasThere } from './who-was-there'

/** On the page of an outing that is over: who was there. Nothing for anybody who was not. */
export function AfterEvent({ outing, actions }: { outing: Lately | undefined; actions: GladActions }) {
  const t = useTranslations('seeAgain')
  if (!outing) return null
  return (
    <section className="mb-8 flex flex-col gap-2">
      <h2 className="text-xl">{t('who')}</h2>
      <WhoWasThere outing={outing} actions={actions} />
    </section>
  )
}

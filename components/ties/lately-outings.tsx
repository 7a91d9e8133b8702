import { useLocale, useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { dayInFull } from '@/lib/events/when/rules'
import type { Lately } from '@/lib/ties/lately/queries'
import type { GladActions } from './glad-row'
import { WhoWasThere } from './who-was-there'

/** The outings of the last days with who was there, folded. Shows nothing where there is nobody to see again. */
export function LatelyOutings({
  outings,
  now,
  actions,
}: {
  outings: Lately[]
  now: Date
  actions: GladActions
}) {
  const t = useTranslations('seeAgain')
  const locale = useLocale()
  const met = outings.filter(({ people }) => people.length > 0)
  if (met.length === 0) return null
  return (
    <section className="mb-8">
      <h2 className="mb-3 text-xl">{t('lately')}</h2>
      <ul className="flex flex-col gap-3">
        {met.map((outing) => (
          <li key={outing.id}>
            <details className="group rounded-card border border-line bg-card px-4">
              <summary className="flex min-h-14 list-none items-center justify-between gap-3 [&::-webkit-details-marker]:hidden">
                <span className="min-w-0">
                  <span className="block break-words font-semibold">{outing.title}</span>
                  <span className="block text-muted text-sm">
                    {t('who')} · {dayInFull(outing.endsAt, outing.timeZone, locale, now)}
                  </span>
                </span>
                <Icon name="down" className="size-5 text-muted transition-transform group-open:rotate-180" />
              </summary>
              <div className="border-line border-t py-3">
                <WhoWasThere outing={outing} actions={actions} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}

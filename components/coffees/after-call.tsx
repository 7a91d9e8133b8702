import { useTranslations } from 'next-intl'
import { ButtonForm } from '@/components/ui/button-form'
import { LinkButton } from '@/components/ui/link-button'
import type { FormAction } from '@/components/ui/use-form-action'
import type { CoffeePage } from '@/lib/coffees/queries'

/** The one question at the end of an e-coffee. */
export function AfterCall({
  coffee: { id, toReport, bothWould, mine },
  action,
}: {
  coffee: CoffeePage
  action: FormAction
}) {
  const t = useTranslations('coffees')
  const labels = { pending: t('sending'), className: 'w-full' }
  return (
    <section className="flex flex-col gap-3 rounded-card bg-sunken p-4">
      <h2 className="text-xl">{t('forReal')}</h2>
      {toReport ? (
        <>
          <p>{t('forRealText')}</p>
          <ButtonForm
            action={action}
            fields={{ coffeeId: id, real: 'yes' }}
            variant="primary"
            label={t('forRealYes')}
            {...labels}
          />
          <ButtonForm
            action={action}
            fields={{ coffeeId: id, real: 'no' }}
            variant="plain"
            label={t('forRealNo')}
            {...labels}
          />
        </>
      ) : (
        <p>{t(bothWould ? 'bothWould' : mine.met ? 'saidReal' : 'callOver')}</p>
      )}
      {bothWould && (
        <LinkButton href="/coffees" className="self-start">
          {t('title')}
        </LinkButton>
      )}
    </section>
  )
}

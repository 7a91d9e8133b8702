import { useTranslations } from 'next-intl'
import { ButtonForm } from '@/components/ui/button-form'
import type { FormAction } from '@/components/ui/use-form-action'
import { Link } from '@/lib/i18n/navigation'
import type { MyPresence } from '@/lib/presence/queries'
import { Company } from './company'

/** Where one said that one works, soonest first, and who else will be there. */
export function MyPresences({ presences, takeBack }: { presences: MyPresence[]; takeBack: FormAction }) {
  const t = useTranslations('presence')
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-card">
      {presences.map((presence) => {
        const { day, half, slot, space } = presence
        const when = t(`slots.${slot}`)
        const label = t('takeBack')
        return (
          <li key={`${day} ${half}`} className="flex items-center justify-between gap-4 px-4 py-3">
            <div className="min-w-0">
              <span className="block text-muted">{when}</span>
              <Link
                href={`/spaces/${space.id}/${space.slug}`}
                className="block break-words font-semibold hover:underline"
              >
                {[space.name, space.city].filter(Boolean).join(', ')}
              </Link>
              <Company working={presence} mine />
            </div>
            <ButtonForm
              action={takeBack}
              fields={{ spaceId: space.id, day, half }}
              label={label}
              name={t('named', { label, when })}
              pending={t('sending')}
              variant="plain"
            />
          </li>
        )
      })}
    </ul>
  )
}

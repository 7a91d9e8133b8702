import { useTranslations } from 'next-intl'
import { ButtonForm } from '@/components/ui/button-form'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import type { FormAction } from '@/components/ui/use-form-action'
import type { GreetersDesk } from '@/lib/events/greeters/queries'

type Props = { eventId: string; greeters: GreetersDesk['greeters']; remove: FormAction }

/** Who greets, and who has not answered yet. */
export function GreeterList({ eventId, greeters, remove }: Props) {
  const t = useTranslations('greeters')
  return (
    <Card>
      <ul className="divide-y divide-line">
        {greeters.map(({ id, name, meetAt, recognise, everyDate, standing }) => (
          <li key={id} className="flex flex-col items-start gap-1 py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-baseline gap-2">
              <span className="font-semibold">{name}</span>
              <Tag tone={standing === 'agreed' ? 'good' : 'plain'}>{t(standing)}</Tag>
              {everyDate && <Tag>{t('everyDateShort')}</Tag>}
            </p>
            <p>{t('at', { place: meetAt })}</p>
            <p className="text-muted">{t('sign', { sign: recognise })}</p>
            <ButtonForm
              action={remove}
              fields={{ eventId, freelancerId: id }}
              label={t('remove')}
              name={t('removeName', { name })}
              pending={t('sending')}
              variant="plain"
              className="-ml-3"
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}

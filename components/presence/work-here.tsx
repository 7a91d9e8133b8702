import { useTranslations } from 'next-intl'
import { ButtonForm } from '@/components/ui/button-form'
import { Tag } from '@/components/ui/tag'
import type { FormAction } from '@/components/ui/use-form-action'
import type { PlaceHalfDay, WorkingHere } from '@/lib/presence/queries'
import { Company } from './company'

interface Actions {
  workHere: FormAction
  takeBack: FormAction
}

type Props = { spaceId: string; working: WorkingHere; actions: Actions }

/** On a place's page: the half-days one may say, who is there, and one tap to join them or to take it back. */
export function WorkHere({ spaceId, working: { halfDays, hidden }, actions }: Props) {
  const t = useTranslations('presence')
  const first = halfDays.find(({ closed, mine }) => !closed && !mine)
  const said = halfDays.some(({ mine }) => mine)
  return (
    <section id="work" className="flex flex-col gap-3">
      <h2 className="text-xl">{t('title')}</h2>
      <ul className="divide-y divide-line rounded-card border border-line bg-card">
        {halfDays.map((halfDay) => (
          <HalfDayRow
            key={halfDay.slot}
            spaceId={spaceId}
            halfDay={halfDay}
            primary={halfDay === first && !said}
            actions={actions}
          />
        ))}
      </ul>
      <p className="text-muted text-sm">{t(hidden ? 'hidden' : 'who')}</p>
    </section>
  )
}

type RowProps = { spaceId: string; halfDay: PlaceHalfDay; primary: boolean; actions: Actions }

function HalfDayRow({ spaceId, halfDay, primary, actions }: RowProps) {
  const t = useTranslations('presence')
  const { day, half, slot, count, mine, elsewhere, closed } = halfDay
  const when = t(`slots.${slot}`)
  const label = t(mine ? 'takeBack' : elsewhere ? 'move' : count > 0 ? 'join' : 'say')
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-32" aria-live="polite">
        <span className="block font-semibold">{when}</span>
        {closed && !mine ? (
          <span className="block text-muted">{t('closed')}</span>
        ) : (
          <Company working={halfDay} mine={mine} />
        )}
        {mine && (
          <Tag tone="good" icon="check">
            {t('mine')}
          </Tag>
        )}
        {elsewhere && !closed && (
          <span className="block text-muted text-sm">{t('elsewhere', { elsewhere })}</span>
        )}
      </div>
      {(mine || !closed) && (
        <ButtonForm
          key={mine ? 'back' : 'say'}
          action={mine ? actions.takeBack : actions.workHere}
          fields={{ spaceId, day, half }}
          label={label}
          name={t('named', { label, when })}
          pending={t('sending')}
          variant={mine ? 'plain' : primary ? 'primary' : 'quiet'}
        />
      )}
    </li>
  )
}

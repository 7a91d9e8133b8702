'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ButtonForm } from '@/components/ui/button-form'
import { FormMessage } from '@/components/ui/form-message'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/components/ui/use-form-action'
import type { FormState } from '@/lib/action'
import type { MyClientDay } from '@/lib/presence/clientdays/queries'
import type { ClientDayInput } from '@/lib/presence/clientdays/schema'
import { weekdayName } from './weekly-words'

type Props = {
  days: MyClientDay[]
  add: FormAction
  remove: (state: FormState<ClientDayInput>, form: FormData) => Promise<FormState<ClientDayInput>>
}

type Day = Pick<MyClientDay, 'weekday' | 'half' | 'area'> & { near: { lat: number; lng: number } | null }

const fieldsOf = ({ weekday, half, area, near }: Day) => ({
  ...{ weekday: String(weekday), half, area },
  near: near ? `${near.lat},${near.lng}` : '',
})

/** One's client days, each removed in one tap, and the last one put back in another. */
export function ClientDayList({ days, add, remove }: Props) {
  const t = useTranslations('presence')
  const locale = useLocale()
  const [state, submit] = useActionState<FormState<ClientDayInput>, FormData>(remove, {
    ...{ status: 'idle', values: {}, errors: {} },
  })
  const removed = state.value
  const words = ({ weekday, half, area }: Day) =>
    t('weekly', { weekday: weekdayName(weekday, locale), half, area })
  const gone = removed && !days.some((day) => day.weekday === removed.weekday && day.half === removed.half)
  return (
    <div>
      <FormMessage state={state} />
      <div role="status" className="not-empty:mb-4">
        {gone && (
          <Notice>
            <p className="mb-2">{t('removed', { day: words(removed) })}</p>
            <ButtonForm action={add} fields={fieldsOf(removed)} label={t('undo')} pending={t('sending')} />
          </Notice>
        )}
      </div>
      {days.length > 0 && (
        <ul className="divide-y divide-line rounded-card border border-line bg-card">
          {days.map((day) => {
            const own = { ...day, near: { lat: day.lat, lng: day.lng } }
            return (
              <li
                key={`${day.weekday} ${day.half}`}
                className="flex items-center justify-between gap-4 px-4 py-3"
              >
                <div className="min-w-0">
                  <span className="block break-words font-semibold first-letter:uppercase">{words(own)}</span>
                  {day.others > 0 && (
                    <span className="block text-muted">{t('othersThere', { count: day.others })}</span>
                  )}
                </div>
                <form action={submit}>
                  {Object.entries(fieldsOf(own)).map(([field, value]) => (
                    <input key={field} type="hidden" name={field} value={value} />
                  ))}
                  <SubmitButton
                    variant="plain"
                    pending={t('sending')}
                    aria-label={t('named', { label: t('remove'), when: words(own) })}
                  >
                    {t('remove')}
                  </SubmitButton>
                </form>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

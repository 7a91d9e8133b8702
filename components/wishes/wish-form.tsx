'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import { WISH_KINDS } from '@/lib/wishes/terms'
import { HalfDaysField } from './half-days-field'
import { type NamedCell, PlaceField } from './place-field'

type Props = {
  action: FormAction
  start: NamedCell
  kinds: string[]
  halfDays: string[]
  /** There is a wish already: this changes it. */
  changes: boolean
}

/** "I'd come": where, and if one likes what for and when. */
export function WishForm({ action, start, kinds, halfDays, changes }: Props) {
  const t = useTranslations('wishes')
  const { state, submit, typed } = useFormAction(action)
  const refused = state.status === 'refused'
  const ticked = (name: string, before: string[]) => (refused ? [state.values[name] ?? []].flat() : before)
  const town = typed('town') ?? ''
  const cell = typed('cellTown') === town ? (typed('cell') ?? '') : ''
  return (
    <form action={submit} noValidate className="flex flex-col gap-6">
      <FormMessage state={state} />
      <PlaceField
        key={state.status + town}
        start={refused ? { cell, town } : start}
        error={state.errors.town ?? state.errors.cell}
      />
      <fieldset>
        <legend className="font-semibold">{t('kinds')}</legend>
        <p className="mb-1 text-muted text-sm">{t('kindsHint')}</p>
        <div className="grid grid-cols-2 gap-x-3">
          {WISH_KINDS.map((kind) => (
            <Checkbox
              key={kind}
              name="kinds"
              value={kind}
              label={t(`kind_${kind}`)}
              defaultChecked={ticked('kinds', kinds).includes(kind)}
            />
          ))}
        </div>
      </fieldset>
      <HalfDaysField chosen={ticked('halfDays', halfDays)} />
      <SubmitButton variant="primary" className="w-full text-lg" pending={t('sending')}>
        {t(changes ? 'save' : 'drop')}
      </SubmitButton>
    </form>
  )
}

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Select } from '@/components/ui/select'
import { LIST_VISIBILITIES } from '@/lib/events/settings/terms'
import { GentleFields } from './gentle-fields'
import { QuestionSlots } from './question-slots'
import type { Draft } from './use-draft'

type Props = {
  values: Draft
  errors: Record<string, string>
  /** Only an address of one's own can be hidden: a place on the map is known already. */
  hasAddress: boolean
  /** At somebody's home the rest is settled: only questions are left to ask. */
  home: boolean
}

/** What a host may decide about guests; nothing of it has to be. */
export function GuestSettings({ values, errors, hasAddress, home }: Props) {
  const t = useTranslations('host.form')
  const wrong = Object.keys(errors).some((name) => name.startsWith('question') || name === 'maxCompanions')
  return (
    <details open={wrong || undefined} className="group rounded-xl border border-line bg-card">
      <summary className="flex min-h-11 list-none items-center justify-between gap-2 px-4 py-2 font-semibold [&::-webkit-details-marker]:hidden">
        {t('guests')}
        <Icon name="down" className="size-5 transition-transform group-open:rotate-180" />
      </summary>
      <div className="flex flex-col gap-4 px-4 pt-1 pb-4">
        {!home && <Decisions {...{ values, errors, hasAddress }} />}
        <GentleFields {...{ values, home }} />
        <QuestionSlots {...{ values, errors }} />
      </div>
    </details>
  )
}

/** What is not settled by the kind of outing. */
function Decisions({ values, errors, hasAddress }: Omit<Props, 'home'>) {
  const t = useTranslations('host.form')
  return (
    <>
      <Field
        id="maxCompanions"
        label={t('companions')}
        hint={t('companionsHint')}
        error={errors.maxCompanions}
      >
        {(ids) => (
          <Select {...ids} name="maxCompanions" defaultValue={values.maxCompanions || '0'}>
            {[0, 1, 2, 3, 4, 5].map((count) => (
              <option key={count} value={count}>
                {t('companionsOf', { count })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="listVisibility" label={t('list')}>
        {(ids) => (
          <Select {...ids} name="listVisibility" defaultValue={values.listVisibility || 'members'}>
            {LIST_VISIBILITIES.map((who) => (
              <option key={who} value={who}>
                {t(`list_${who}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Decision
        name="approval"
        checked={values.approval === 'on'}
        title={t('approval')}
        note={t('approvalNote')}
      />
      {hasAddress && (
        <Decision
          name="hideAddress"
          checked={values.hideAddress === 'on'}
          title={t('hideAddress')}
          note={t('hideAddressNote')}
        />
      )}
    </>
  )
}

function Decision({
  name,
  checked,
  title,
  note,
}: {
  name: string
  checked: boolean
  title: string
  note: string
}) {
  return (
    <Checkbox
      name={name}
      defaultChecked={checked}
      label={
        <>
          {title}
          <span className="block text-muted text-sm">{note}</span>
        </>
      }
    />
  )
}

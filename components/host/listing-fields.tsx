import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { Draft } from './use-draft'

type Props = {
  values: Draft
  errors: Record<string, string>
  /** Groups that the host may publish in. */
  groups: { id: string; name: string }[]
}

/** In whose name, and for whose eyes. */
export function ListingFields({ values, errors, groups }: Props) {
  const t = useTranslations('listing')
  return (
    <div className="flex flex-col gap-4">
      {groups.length > 0 && (
        <Field id="groupId" label={t('group')} hint={t('groupHint')} error={errors.groupId}>
          {(ids) => (
            <Select {...ids} name="groupId" defaultValue={values.groupId ?? ''}>
              <option value="">{t('noGroup')}</option>
              {groups.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Checkbox
        name="unlisted"
        defaultChecked={values.unlisted === 'on'}
        label={
          <>
            {t('unlisted')}
            <span className="block text-muted text-sm">{t('unlistedNote')}</span>
          </>
        }
      />
    </div>
  )
}

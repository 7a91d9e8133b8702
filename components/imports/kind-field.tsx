import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { SPACE_KINDS } from '@/lib/spaces/terms'

/** What the rows of a file are that do not say so themselves. Nobody imports tables at somebody's home. */
export function KindField({ id, value = '' }: { id: string; value?: string }) {
  const t = useTranslations('imports')
  const kinds = useTranslations('spaces.kinds')
  return (
    <Field id={id} label={t('kind')} hint={t('kindHint')}>
      {(ids) => (
        <Select name="kind" defaultValue={value} {...ids}>
          <option value="">{t('kindUnsaid')}</option>
          {SPACE_KINDS.filter((kind) => kind !== 'home_table').map((kind) => (
            <option key={kind} value={kind}>
              {kinds(kind)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

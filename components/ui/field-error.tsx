import { useTranslations } from 'next-intl'
import { Icon } from './icon'

/** What is wrong with one field and how to mend it. `error` is a key of the `errors` messages. */
export function FieldError({ id, error }: { id: string; error?: string }) {
  const t = useTranslations('errors')
  if (!error) return null
  const key = error as Parameters<typeof t>[0]
  return (
    <p id={id} className="flex items-start gap-1.5 text-danger text-sm">
      <Icon name="warning" className="mt-0.5 size-4" />
      {t.has(key) ? t(key) : t('invalid')}
    </p>
  )
}

import Form from 'next/form'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { EVENT_KINDS } from '@/lib/events/kinds/terms'
import { isDay } from '@/lib/map/rules'
import { type Filters, NAMED_WHENS } from '@/lib/map/terms'

/** What is known of the place that an outing is at. Its hours and prices are the outing's own affair. */
const ON_SITE = ['wifi', 'sockets', 'quiet', 'calls', 'accessible'] as const

/** What, when and near where, as a form that works without JavaScript. */
export function AgendaFilters({ filters, q }: { filters: Filters; q: string }) {
  const t = useTranslations('agenda')
  const words = useTranslations('filters')
  const kinds = useTranslations('events.kinds')
  const locale = useLocale()
  const when = isDay(filters.when) ? 'any' : filters.when
  return (
    <Form
      action={`/${locale}/agenda`}
      className="mb-6 grid grid-cols-2 gap-3 sm:grid-cols-3"
      key={JSON.stringify({ filters, q })}
    >
      <div className="max-sm:col-span-full">
        <Field id="agenda-q" label={t('near')}>
          {(ids) => (
            <TextInput
              {...ids}
              name="q"
              defaultValue={q}
              maxLength={80}
              placeholder={t('anywhere')}
              autoComplete="off"
            />
          )}
        </Field>
      </div>
      <Field id="agenda-when" label={words('when')}>
        {(ids) => (
          <Select {...ids} name="when" defaultValue={when}>
            {NAMED_WHENS.map((name) => (
              <option key={name} value={name}>
                {words(`whens.${name}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="agenda-kind" label={words('what')}>
        {(ids) => (
          <Select {...ids} name="kind" defaultValue={filters.kinds[0] ?? ''}>
            <option value="">{t('everyKind')}</option>
            {EVENT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {kinds(kind)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-3 col-span-full">
        <div className="flex flex-wrap gap-x-6">
          <Checkbox name="free" value="1" defaultChecked={filters.free} label={words('facts.free')} />
          <Checkbox name="gentle" value="1" defaultChecked={filters.gentle} label={words('facts.gentle')} />
        </div>
        <details className="w-full" open={ON_SITE.some((fact) => filters[fact])}>
          <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1 font-semibold text-accent [&::-webkit-details-marker]:hidden">
            {t('onSite')}
            <Icon name="down" className="size-4.5" />
          </summary>
          <div className="flex flex-wrap gap-x-6">
            {ON_SITE.map((fact) => (
              <Checkbox
                key={fact}
                name={fact}
                value="1"
                defaultChecked={filters[fact]}
                label={words(`facts.${fact}`)}
              />
            ))}
          </div>
        </details>
        <Button type="submit" className="ml-auto">
          {t('show')}
        </Button>
      </div>
    </Form>
  )
}

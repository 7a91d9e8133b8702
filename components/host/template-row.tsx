'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import { Link } from '@/lib/i18n/navigation'
import { ConfirmForm } from './confirm-form'

type Template = { id: string; name: string }

/** A template: begin with it, call it otherwise, or forget it. */
export function TemplateRow({
  template,
  rename,
  remove,
}: {
  template: Template
  rename: FormAction
  remove: FormAction
}) {
  const t = useTranslations('templates')
  const { id, name } = template
  return (
    <li className="flex flex-col gap-1 py-3">
      <Link
        href={`/host/new?template=${id}`}
        className="inline-flex min-h-11 items-center font-semibold text-accent underline"
      >
        {t('use', { name })}
      </Link>
      <div className="-ml-3 flex flex-wrap">
        <Rename key={name} template={template} action={rename} />
        <ConfirmForm
          danger
          action={remove}
          fields={{ templateId: id }}
          label={t('delete')}
          name={t('deleteName', { name })}
          question={t('deleteQuestion', { name })}
          confirm={t('deleteConfirm')}
          pending={t('sending')}
        />
      </div>
    </li>
  )
}

function Rename({ template: { id, name }, action }: { template: Template; action: FormAction }) {
  const t = useTranslations('templates')
  const { state, submit, typed } = useFormAction(action)
  return (
    <details className="contents" open={state.status === 'refused' || undefined}>
      <summary
        aria-label={t('renameName', { name })}
        className="inline-flex min-h-11 list-none items-center rounded-full px-3 text-accent text-sm hover:bg-sunken [&::-webkit-details-marker]:hidden"
      >
        {t('rename')}
      </summary>
      <form action={submit} noValidate className="my-2 flex w-full flex-col gap-3 rounded-xl bg-sunken p-4">
        <FormMessage state={state} />
        <input type="hidden" name="templateId" value={id} />
        <Field id={`name-${id}`} label={t('name')} error={state.errors.name}>
          {(ids) => <TextInput {...ids} name="name" maxLength={60} defaultValue={typed('name') ?? name} />}
        </Field>
        <SubmitButton pending={t('sending')}>{t('renameConfirm')}</SubmitButton>
      </form>
    </details>
  )
}

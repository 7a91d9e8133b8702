'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { FormMessage } from '@/components/ui/form-message'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormState } from '@/lib/action'
import type { TestMail } from '@/lib/admin/commands'
import { Section } from './section'

type Action = (state: FormState<TestMail>, form: FormData) => Promise<FormState<TestMail>>

/** Sends a mail to oneself and shows what the SMTP server said. */
export function TestMailForm({ action, email }: { action: Action; email: string }) {
  const t = useTranslations('admin')
  const [state, submit] = useActionState<FormState<TestMail>, FormData>(action, {
    status: 'idle',
    values: {},
    errors: {},
  })
  const sent = state.value
  return (
    <Section title={t('test')} text={t('testText')}>
      <form action={submit} className="flex flex-col items-start gap-3">
        <FormMessage state={state} />
        <SubmitButton variant="primary" pending={t('testing')}>
          {t('testSend')}
        </SubmitButton>
        <p className="text-muted text-sm">{t('testTo', { email })}</p>
        <div role="status" className="w-full">
          {sent && (
            <Notice tone={sent.taken ? 'good' : 'danger'}>
              <p>{t(sent.taken ? 'testTaken' : 'testRefused', { milliseconds: sent.milliseconds })}</p>
              <p className="mt-1 break-words font-mono text-sm" lang="en">
                {sent.answer}
              </p>
            </Notice>
          )}
        </div>
      </form>
    </Section>
  )
}

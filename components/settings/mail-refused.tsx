import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'

type Props = { email: string; answer: string; accept: () => Promise<void> }

/** Says that mail is refused where somebody lives, in the words of their own server. */
export function MailRefused({ email, answer, accept }: Props) {
  const t = useTranslations('settings')
  return (
    <section className="mb-6 flex flex-col gap-3">
      <Notice tone="danger">
        <h2 className="font-semibold">{t('refusedTitle')}</h2>
        <p>{t('refusedText', { email })}</p>
        <p className="mt-1 break-words font-mono text-sm" lang="en">
          {answer}
        </p>
      </Notice>
      <form action={accept}>
        <SubmitButton pending={t('saving')}>{t('acceptAgain')}</SubmitButton>
      </form>
    </section>
  )
}

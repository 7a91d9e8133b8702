import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import type { IconName } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'

type Props = {
  icon: IconName
  title: ReactNode
  text: ReactNode
  /** This page, without the language: where one comes back to. */
  path: string
  /** h1 where it is all of the page. */
  heading?: 'h1' | 'h2'
  /** Other ways on. */
  children?: ReactNode
}

/** What there is for those who have an account, and the way to one. */
export function SignInFirst({ path, children, ...words }: Props) {
  const t = useTranslations('signIn')
  const locale = useLocale()
  return (
    <EmptyState {...words}>
      <LinkButton href={{ pathname: '/sign-in', query: { returnTo: `/${locale}${path}` } }} variant="primary">
        {t('me')}
      </LinkButton>
      {children}
    </EmptyState>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type EarlierRequest, SignInForm } from '@/components/sign-in/sign-in-form'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { codeById } from '@/lib/accounts/codes/queries'
import { codeIdSchema } from '@/lib/accounts/codes/schema'
import { returnToSchema } from '@/lib/accounts/schema'
import { currentActor } from '@/lib/auth'
import { askToSignIn } from './actions'

type Props = PageProps<'/[locale]/sign-in'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return { title: t('title'), robots: { index: false } }
}

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams
  const t = await getTranslations('signIn')
  const actor = await currentActor()
  const earlier = await earlierRequest(query.from)
  const returnTo = earlier?.returnTo ?? returnToSchema.parse(query.returnTo ?? '/')
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} intro={t('intro')} />
      {actor && (
        <div className="mb-6">
          <Notice>
            {t('signedInAs', { email: actor.email })}{' '}
            <a href={returnTo} className="font-semibold text-accent underline">
              {t('continue')}
            </a>
          </Notice>
        </div>
      )}
      <SignInForm action={askToSignIn} returnTo={returnTo} earlier={earlier} />
    </Page>
  )
}

/** Somebody who mistyped their address comes back with everything else as it was. */
async function earlierRequest(from: unknown): Promise<(EarlierRequest & { returnTo: string }) | null> {
  const parsed = codeIdSchema.safeParse({ id: from })
  const code = parsed.success ? await codeById(parsed.data.id) : null
  if (!code || code.standing === 'used') return null
  return {
    codeId: code.id,
    email: code.email,
    name: code.name ?? '',
    eventId: code.event?.id ?? null,
    returnTo: code.returnTo ?? '/',
  }
}

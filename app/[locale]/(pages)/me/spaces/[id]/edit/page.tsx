import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { keepAction } from '@/app/[locale]/(pages)/me/spaces/actions'
import { KeepForm } from '@/components/spaces/keep/keep-form'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { env } from '@/lib/env'
import { languageNames } from '@/lib/freelancers/rules'
import { spaceToEdit } from '@/lib/spaces/edits/queries'
import { formValues } from '@/lib/spaces/edits/rules'
import { keeping } from '@/lib/spaces/keeping/queries'

type Props = PageProps<'/[locale]/me/spaces/[id]/edit'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('keep')
  return { title: t('editTitle'), robots: { index: false } }
}

/** Every fact of a place, for those who keep its page: what they save is there at once. */
export default async function EditKeptPage({ params }: Props) {
  const { id } = await params
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/me/spaces/${id}/edit`)
  const [kept, space, t] = await Promise.all([keeping(id, actor), spaceToEdit(id), getTranslations('keep')])
  if (!kept || !space) notFound()
  const { basemapUrl, basemapAttribution } = env()
  const tapped = kept.tapped.filter((topic) => topic !== 'wifi')
  return (
    <Page width="narrow">
      <PageHeader
        title={t('editTitle')}
        intro={t('editIntro')}
        back={{ href: `/me/spaces/${space.id}`, label: space.name }}
      />
      {tapped.length > 0 && (
        <div className="mb-6">
          <Notice>{t('tapped', { both: String(tapped.length > 1), topic: tapped[0] ?? '' })}</Notice>
        </div>
      )}
      <KeepForm
        action={keepAction}
        spaceId={space.id}
        values={formValues(space)}
        languages={languageNames(locale, ...space.languages)}
        basemap={{ url: basemapUrl, attribution: basemapAttribution }}
        words={{ save: t('save'), pending: t('pending') }}
      />
    </Page>
  )
}

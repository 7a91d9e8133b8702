import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { CorrectForm } from '@/components/spaces/edit/correct-form'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { languageNames } from '@/lib/freelancers/rules'
import { redirect } from '@/lib/i18n/navigation'
import { believedAtOnce } from '@/lib/spaces/corrections/queries'
import { spaceToEdit } from '@/lib/spaces/edits/queries'
import { FORM_FIELDS, formValues, pathWith, typedInQuery } from '@/lib/spaces/edits/rules'
import { correctAction } from './actions'

type Props = PageProps<'/[locale]/spaces/[id]/[slug]/correct'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('corrections')
  return { title: t('title'), robots: { index: false } }
}

/** The form of a place, filled with what is known: what differs when it comes back is a correction. */
export default async function CorrectPage({ params, searchParams }: Props) {
  const [{ id }, query, locale, t] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations('corrections'),
  ])
  const space = await spaceToEdit(id)
  if (!space || space.kind === 'home_table') notFound()
  const page = `/spaces/${space.id}/${space.slug}`
  // Of a place that closed one can only say that it is open.
  if (space.closedOn) redirect({ href: page, locale })
  const typed = typedInQuery(query, [...FORM_FIELDS, 'note'])
  const here = `/${locale}${page}/correct`
  const actor = await requireActor(locale, pathWith(here, typed) ?? here)
  const seen = formValues(space)
  const { basemapUrl, basemapAttribution } = env()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('title')}
        intro={t('intro', { name: space.name })}
        back={{ href: page, label: space.name }}
      />
      <CorrectForm
        spaceId={space.id}
        action={correctAction}
        seen={seen}
        values={{ ...seen, ...typed }}
        trusted={await believedAtOnce(actor, space.id, now())}
        languages={languageNames(locale, ...space.languages)}
        basemap={{ url: basemapUrl, attribution: basemapAttribution }}
      />
    </Page>
  )
}

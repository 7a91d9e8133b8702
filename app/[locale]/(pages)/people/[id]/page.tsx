import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { AskOnline } from '@/components/coffees/ask-online'
import { moment } from '@/components/coffees/words'
import { ConfirmForm } from '@/components/host/confirm-form'
import { PersonDetails } from '@/components/people/person-details'
import { Page } from '@/components/ui/page'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { onlineOffer } from '@/lib/coffees/online/queries'
import { personPage } from '@/lib/freelancers/person/queries'
import { languageNames } from '@/lib/freelancers/rules'
import { askOnlineAction, blockAction } from './actions'

type Props = PageProps<'/[locale]/people/[id]'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('title'), robots: { index: false } }
}

export default async function PersonPage({ params }: Props) {
  const { id } = await params
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/people/${encodeURIComponent(id)}`)
  const person = await personPage(actor, id)
  if (!person) notFound()
  const [t, offer] = await Promise.all([getTranslations('people'), onlineOffer(actor, person.id, now())])
  const named = languageNames(locale, ...person.languages)
  return (
    <Page width="narrow">
      <PersonDetails
        person={{
          ...person,
          languages: named.filter(({ code }) => person.languages.includes(code)).map(({ name }) => name),
        }}
      />
      {offer && (
        <AskOnline
          action={askOnlineAction}
          personId={person.id}
          times={offer.starts.map((at) => ({
            value: at.toISOString(),
            label: moment(at, offer.timeZone, locale, now()),
          }))}
          hasRooms={offer.hasRooms}
        />
      )}
      {person.id !== actor.id && (
        <div className="mt-10 -ml-3 flex flex-wrap border-line border-t pt-4">
          <ConfirmForm
            danger
            action={blockAction}
            fields={{ personId: person.id }}
            label={t('block')}
            question={t('blockQuestion', { name: person.name })}
            text={t('blockText')}
            confirm={t('blockConfirm')}
            pending={t('sending')}
          />
        </div>
      )}
    </Page>
  )
}

import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import { letter, text } from '@/lib/mail/letters/rules'
import type { Sender } from '@/lib/mail/letters/schema'
import type { Block, Letter } from '@/lib/mail/schema'
import { ofTown } from '@/lib/towns/words/rules'
import type { FaceQuestion } from '@/lib/wishes/drafts/queries'

const dayAndHour = (
  { startsAt, timeZone }: { startsAt: Date; timeZone: string },
  { locale, now }: Pick<Sender, 'locale' | 'now'>,
) => `${dayInFull(startsAt, timeZone, locale, now)}, ${timeOfDay(startsAt, timeZone, locale)}`

/** Asks one of those who would come to be the face of it. Says how many the others are, never who. `page` is where they answer. */
export function faceLetter(
  { face, area, others, space, ...draft }: FaceQuestion,
  page: string,
  sender: Sender,
): Letter {
  const { words } = sender
  const facts: Block = {
    type: 'facts',
    facts: [
      [words('whatLabel'), words(`wish_${draft.kind as 'open_coffee'}`)],
      [words('whenLabel'), dayAndHour(draft, sender)],
      ...(space
        ? [
            [words('whereLabel'), [space.name, space.street, space.city].filter(Boolean).join(', ')] as [
              string,
              string,
            ],
          ]
        : []),
    ],
  }
  const where = area ? ofTown(area, sender.locale) : 'none'
  return letter(sender, words('faceSubject', { count: others, area: where }), [
    text(words('greeting', { name: face.name })),
    text(words('faceText', { count: others, area: where })),
    facts,
    text(words(space ? 'facePlace' : 'faceNoPlace')),
    { type: 'action', label: words('faceAction'), url: page },
    text(words('faceNo')),
  ])
}

/** Tells somebody who would come that something is on. */
export function toldLetter(
  news: {
    person: { name: string }
    organizerName: string
    event: { title: string; startsAt: Date; timeZone: string; placeName: string; city: string }
  },
  page: string,
  sender: Sender,
): Letter {
  const { words } = sender
  const { title, placeName, city } = news.event
  const where = [placeName, city].filter(Boolean).join(', ')
  return letter(sender, words('toldSubject', { title }), [
    text(words('greeting', { name: news.person.name })),
    text(words('toldText')),
    {
      type: 'facts',
      facts: [
        [words('whatLabel'), title],
        [words('whenLabel'), dayAndHour(news.event, sender)],
        [words('whereLabel'), where || words('onlineLabel')],
        [words('hostLabel'), news.organizerName],
      ],
    },
    { type: 'action', label: words('seeEvent'), url: page },
    text(words('toldDone')),
  ])
}

import { hasLocale } from 'next-intl'
import { getFormatter, getTranslations } from 'next-intl/server'
import { currentActor } from '@/lib/auth'
import { type GuestLine, guestSheet } from '@/lib/events/export/queries'
import { csvFile } from '@/lib/events/export/rules'
import { dayOf } from '@/lib/events/when/rules'
import { problem } from '@/lib/http/problems/rules'
import { routing } from '@/lib/i18n/routing'
import { slugify } from '@/lib/slug'

/** The guest list of an event of one's own, for a spreadsheet. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[locale]/host/[id]/guests.csv'>,
): Promise<Response> {
  const { locale: asked, id } = await params
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
  const actor = await currentActor()
  const sheet = actor && (await guestSheet(actor, id))
  if (!sheet) return problem(404, 'Not Found', 'There is no such list.')
  const t = await getTranslations({ locale, namespace: 'host.csv' })
  const format = await getFormatter({ locale })
  const { title, startsAt, timeZone, questions, lines } = sheet
  const moment = (at: Date | null) =>
    at ? format.dateTime(at, { dateStyle: 'short', timeStyle: 'short', timeZone }) : ''
  const row = ({ answers, ...line }: GuestLine) => [
    ...[line.name || t('walk_in'), line.trade, t(line.status), line.seats],
    ...[line.firstTime ? t('yes') : '', line.note],
    ...answers.map((answer, i) =>
      questions[i]?.type === 'yes_no' && answer ? t(answer as 'yes' | 'no') : answer,
    ),
    ...[moment(line.joinedAt), moment(line.cameAt)],
  ]
  const header = [
    ...[t('name'), t('trade'), t('status'), t('seats'), t('firstTime'), t('note')],
    ...questions.map(({ text }) => text),
    ...[t('joinedAt'), t('cameAt')],
  ]
  return new Response(csvFile(header, lines.map(row)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="${slugify(title)}-${dayOf(startsAt, timeZone)}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}

import { useFormatter, useTranslations } from 'next-intl'
import type { RefusedAddress } from '@/lib/admin/queries'
import { Section } from './section'

/** Where mail no longer goes because the mail server refused the address for good. */
export function RefusedAddresses({ refused }: { refused: RefusedAddress[] }) {
  const t = useTranslations('admin')
  const format = useFormatter()
  return (
    <Section title={t('refused')} text={t('refusedText')}>
      {refused.length === 0 ? (
        <p>{t('noneRefused')}</p>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-card px-4">
          {refused.map(({ domain, people, answer, latest }) => (
            <li key={domain} className="py-3">
              <p className="flex flex-wrap justify-between gap-x-4">
                <span className="break-words font-semibold">{domain}</span>
                <span className="text-muted">{t('people', { count: people })}</span>
              </p>
              <p className="text-muted text-sm">
                {format.dateTime(latest, { dateStyle: 'medium', timeStyle: 'short' })} UTC
              </p>
              <p className="mt-1 break-words font-mono text-sm" lang="en">
                {answer}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

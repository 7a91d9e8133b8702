import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { Section } from './section'

type Identity = { publisher: string; address: string; siret: string; contact: string; hosting: string }

/** Who answers for the site, as its operator has said it, or that nobody has yet. */
export function Publisher({ identity }: { identity: Identity }) {
  const t = useTranslations('legal')
  const { publisher, address, siret, contact, hosting } = identity
  const lines = [
    ['publisher', publisher],
    ['address', address],
    ['contact', contact],
    // A person who is not in business has none.
    ...(siret ? [['siret', siret.replace(/(\d{3})(\d{3})(\d{3})(\d{5})/, '$1 $2 $3 $4')] as const] : []),
  ] as const
  return (
    <>
      {!(publisher && address && contact && hosting) && <Notice>{t('missing')}</Notice>}
      <Section title={t('publisherTitle')}>
        <Lines lines={lines.map(([key, value]) => ({ key, label: t(key), value: value || t('notGiven') }))} />
      </Section>
      <Section title={t('hostingTitle')}>
        <Lines lines={[{ key: 'hosting', label: t('hosting'), value: hosting || t('notGiven') }]} />
      </Section>
    </>
  )
}

function Lines({ lines }: { lines: { key: string; label: string; value: string }[] }) {
  return (
    <dl className="flex flex-col gap-3">
      {lines.map(({ key, label, value }) => (
        <div key={key}>
          <dt className="text-muted text-sm">{label}</dt>
          <dd className="whitespace-pre-line break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

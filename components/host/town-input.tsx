import { useTranslations } from 'next-intl'
import { Combobox } from '@/components/ui/combobox'
import type { FieldIds } from '@/components/ui/field'
import type { Town } from '@/lib/towns/rules'

type Props = {
  ids: FieldIds
  name: string
  value: string
  onType: (text: string) => void
  onPick: (town: Town) => void
}

async function load(text: string, signal: AbortSignal): Promise<Town[]> {
  const answer = await fetch(`/api/towns?${new URLSearchParams({ q: text })}`, { signal })
  return answer.ok ? (await answer.json()).towns : []
}

/** A town by its name or postcode, with suggestions. */
export function TownInput(props: Props) {
  const t = useTranslations('host.form')
  return (
    <Combobox
      {...props}
      label={t('suggested')}
      load={load}
      optionOf={(town) => ({
        key: String(town.id),
        label: town.name,
        note: [town.postcode, town.region, town.country].filter(Boolean).join(' · '),
      })}
      none={t('cityNone')}
      count={(count) => t('suggestions', { count })}
      maxLength={100}
    />
  )
}

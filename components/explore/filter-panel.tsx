'use client'

import { useLocale, useTranslations } from 'next-intl'
import { memo, useRef } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/lib/i18n/navigation'
import { paramsOf, readFilters, toSearch } from '@/lib/map/address/rules'
import { NO_FILTERS } from '@/lib/map/rules'
import { type Filters, LAYERS } from '@/lib/map/terms'
import { FactsChoice } from './facts-choice'
import { KindChoice } from './kind-choice'
import { useExplore } from './use-explore'
import { WhenChoice } from './when-choice'

/** All filters in one form: a popover of the browser's own, so that it opens without JavaScript, and plain GET. */
export function FilterPanel({ id }: { id: string }) {
  const t = useTranslations('filters')
  const ui = useTranslations('ui')
  const locale = useLocale()
  const { view, explicit, filters, go } = useExplore()
  const self = useRef<HTMLDivElement>(null)
  const here = explicit ? view : null
  const none = toSearch(here, NO_FILTERS)
  return (
    <div
      ref={self}
      id={id}
      popover="auto"
      role="dialog"
      aria-labelledby={`${id}-title`}
      className="fixed inset-x-0 top-auto bottom-0 m-0 max-h-[85dvh] w-full max-w-none overflow-y-auto overscroll-contain rounded-t-3xl bg-paper p-0 text-ink shadow-lift backdrop:bg-black/40 sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-lg sm:-translate-1/2 sm:rounded-3xl"
    >
      <form
        key={toSearch(null, filters)}
        action={`/${locale}`}
        className="flex flex-col gap-5 px-5 pt-5"
        onSubmit={(event) => {
          event.preventDefault()
          const sent = new URLSearchParams()
          for (const [name, value] of new FormData(event.currentTarget))
            if (typeof value === 'string') sent.append(name, value)
          // Every layer ticked says nothing: then a chosen kind decides which are shown.
          if (sent.getAll('show').length === LAYERS.length) sent.delete('show')
          self.current?.hidePopover()
          go(toSearch(here, readFilters(paramsOf(sent))))
        }}
      >
        <div className="flex items-center justify-between">
          <h2 id={`${id}-title`} className="text-xl">
            {t('title')}
          </h2>
          <button
            type="button"
            popoverTarget={id}
            popoverTargetAction="hide"
            aria-label={ui('close')}
            className="-mr-2 grid size-11 place-items-center rounded-full hover:bg-sunken"
          >
            <Icon name="close" />
          </button>
        </div>
        {here && (
          <>
            <input type="hidden" name="lat" value={here.lat} />
            <input type="hidden" name="lng" value={here.lng} />
            <input type="hidden" name="z" value={here.zoom} />
          </>
        )}
        <Choices id={id} filters={filters} />
        <div className="sticky bottom-0 -mx-5 flex gap-3 border-line border-t bg-paper px-5 pt-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))]">
          <Link
            href={none ? `/?${none}` : '/'}
            className={buttonClass('quiet')}
            onClick={() => self.current?.hidePopover()}
          >
            {t('clear')}
          </Link>
          <Button type="submit" variant="primary" className="flex-1">
            {t('apply')}
          </Button>
        </div>
      </form>
    </div>
  )
}

/** Half a hundred fields, which need no other look when the map has moved. */
const Choices = memo(function Choices({ id, filters }: { id: string; filters: Filters }) {
  const t = useTranslations('filters')
  return (
    <>
      <fieldset>
        <legend className="font-semibold">{t('what')}</legend>
        <div className="flex flex-wrap gap-x-6">
          {LAYERS.map((layer) => (
            <Checkbox
              key={layer}
              name="show"
              value={layer}
              defaultChecked={filters.show.includes(layer)}
              label={t(`layers.${layer}`)}
            />
          ))}
        </div>
      </fieldset>
      <WhenChoice id={id} chosen={filters.when} />
      <FactsChoice id={id} filters={filters} />
      <KindChoice chosen={filters.kinds} />
    </>
  )
})

'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { toSearch } from '@/lib/map/address/rules'
import { useExplore } from './use-explore'

type Props = {
  /** The sheet is down: the map has the screen. */
  low: boolean
  label: string
  /** The map shows another area than the list. */
  moved: boolean
  children: ReactNode
}

/**
 * The map's place: behind the sheet on a phone, at the right of the list on a desk. Nothing of it without JavaScript. What it
 * offers stays clear of the map's own buttons.
 */
export function MapPane({ low, label, moved, children }: Props) {
  const t = useTranslations('explore')
  const { view, filters, go, pending } = useExplore()
  return (
    <section
      aria-label={label}
      className={`sticky top-0 z-0 isolate bg-sunken max-lg:pb-5 noscript:hidden lg:top-(--bar) lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:h-[calc(100dvh-var(--bar)-var(--strip))] ${low ? 'h-[calc(100dvh-var(--tabs)-8.75rem)]' : 'h-[46dvh]'}`}
    >
      {children}
      {moved && (
        <div className="pointer-events-none absolute inset-x-0 bottom-9 z-1000 flex justify-center max-lg:pr-17 max-lg:pl-3 lg:top-4 lg:bottom-auto">
          <Button
            variant="primary"
            className="pointer-events-auto shadow-lift"
            disabled={pending}
            onClick={() => go(toSearch(view, filters), 'replace')}
          >
            <Icon name="search" />
            {t('searchHere')}
          </Button>
        </div>
      )}
    </section>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { type PointerEvent, type ReactNode, useRef } from 'react'
import { Icon } from '@/components/ui/icon'
import { useExplore } from './use-explore'

/** Pixels a finger must travel to mean it. */
const PULL = 32

type Props = {
  low: boolean
  setLow: (low: boolean) => void
  heading: ReactNode
  filters: ReactNode
  children: ReactNode
}

/**
 * The list. On a phone it is a sheet of three heights over the map: low (its heading), half, and full. It lies in
 * the page itself, so raising it is plain scrolling, which thumbs, keys and screen readers know; only half to low
 * needs the handle. On a desk it is a column.
 */
export function Sheet({ low, setLow, heading, filters, children }: Props) {
  const t = useTranslations('explore.sheet')
  const { pending } = useExplore()
  const self = useRef<HTMLElement>(null)
  const grip = useRef<number | null>(null)

  const behavior = () =>
    matchMedia('(prefers-reduced-motion: reduce)').matches ? ('auto' as const) : ('smooth' as const)
  const isFull = () => (self.current?.getBoundingClientRect().top ?? 1) < 1
  const up = () => {
    if (low) setLow(false)
    else self.current?.scrollIntoView({ behavior: behavior() })
  }
  const down = () => {
    if (isFull()) scrollTo({ top: 0, behavior: behavior() })
    else setLow(true)
  }

  const pulled = (event: PointerEvent) => event.clientY - (grip.current ?? event.clientY)
  const follow = (event: PointerEvent) => {
    if (grip.current !== null && self.current)
      self.current.style.translate = `0 ${Math.max(-120, Math.min(120, pulled(event)))}px`
  }
  const release = (event: PointerEvent) => {
    const way = pulled(event)
    grip.current = null
    if (self.current) self.current.style.translate = ''
    if (way > PULL) down()
    else if (way < -PULL) up()
    else if (Math.abs(way) < 6) isFull() ? down() : up()
  }
  return (
    <section
      ref={self}
      aria-label={t('label')}
      aria-busy={pending}
      className="relative z-20 flex-1 bg-paper max-lg:-mt-6 max-lg:min-h-[calc(100dvh-var(--tabs))] max-lg:rounded-t-3xl max-lg:shadow-lift max-lg:noscript:mt-0 max-lg:noscript:shadow-none lg:col-start-1"
    >
      <header className="sticky top-0 z-10 bg-paper pb-2 max-lg:rounded-t-3xl lg:static">
        <div
          className="flex h-5 touch-none items-center justify-center noscript:hidden lg:hidden"
          onPointerDown={(event) => {
            grip.current = event.clientY
            event.currentTarget.setPointerCapture(event.pointerId)
          }}
          onPointerMove={follow}
          onPointerUp={release}
          onPointerCancel={release}
        >
          <span className="h-1.5 w-10 rounded-full bg-edge" />
        </div>
        <div className="flex items-center gap-2 px-4 lg:px-5 lg:pt-2">
          <div className="min-w-0 flex-1">{heading}</div>
          <button
            type="button"
            onClick={low ? up : () => (isFull() ? down() : setLow(true))}
            className="grid size-11 shrink-0 place-items-center rounded-full border border-edge bg-card noscript:hidden lg:hidden"
            aria-label={t(low ? 'list' : 'map')}
          >
            <Icon name={low ? 'up' : 'map'} />
          </button>
        </div>
        {filters}
      </header>
      <div className={`px-4 pt-1 pb-8 transition-opacity lg:px-5 ${pending ? 'opacity-50' : ''}`}>
        {children}
      </div>
    </section>
  )
}

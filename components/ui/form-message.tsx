'use client'

import { useEffect, useRef } from 'react'
import type { FormState } from '@/lib/action'
import { Notice } from './notice'

/** What is wrong with the whole form. After a refusal the focus goes to the first wrong field, or here. */
export function FormMessage({ state }: { state: FormState }) {
  const self = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.status !== 'refused') return
    const wrong = self.current
      ?.closest('form')
      ?.querySelector<HTMLElement>('[aria-invalid="true"], fieldset[aria-describedby$="-error"] input')
    ;(wrong ?? self.current)?.focus()
  }, [state])
  if (state.status !== 'refused') return null
  return (
    <div ref={self} tabIndex={-1} role="alert">
      <Notice tone="danger">{state.message}</Notice>
    </div>
  )
}

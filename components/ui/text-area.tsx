'use client'

import { type ComponentProps, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { inputClass } from './text-input'

type Props = Omit<ComponentProps<'textarea'>, 'id' | 'ref'> & { id: string }

const never = () => () => {}
const nothing = () => undefined

/** What stands in a text area of this page, before React takes it up. */
function textIn(id: string): string | undefined {
  if (typeof document === 'undefined') return
  const area = document.getElementById(id)
  return area instanceof HTMLTextAreaElement ? area.value : undefined
}

/**
 * Several lines of text. One that came with text is set back to it when React takes it up, unlike an input: what was
 * typed before that is put there again.
 */
export function TextArea({ className = '', rows = 4, ...rest }: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  const typed = useSyncExternalStore(never, nothing, () => textIn(rest.id))
  useLayoutEffect(() => {
    if (area.current && typed !== undefined && area.current.value !== typed) area.current.value = typed
  }, [typed])
  return <textarea ref={area} rows={rows} className={`${inputClass} ${className}`} {...rest} />
}

'use client'

import { useEffect, useRef } from 'react'

/** Tells the form which time zone (IANA) the browser lives in; empty where no script runs. */
export function TimeZoneField() {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (field.current) field.current.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? ''
  }, [])
  return <input ref={field} type="hidden" name="timeZone" />
}

'use client'

import type { ReactNode } from 'react'
import { unsubscribe } from '@/components/push/browser'

/** Signs out, and lets nothing of this person ring on this device any more. */
export function SignOutForm({ action, children }: { action: () => Promise<void>; children: ReactNode }) {
  return (
    <form
      action={action}
      onSubmit={() => {
        unsubscribe().catch(() => undefined)
      }}
      className="mt-2 flex flex-wrap items-center justify-between gap-2"
    >
      {children}
    </form>
  )
}

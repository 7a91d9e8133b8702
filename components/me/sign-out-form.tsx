'use client'

import type { ReactNode } from 'react'
import { forgetDoor } from '@/components/checkin/kept'
import { unsubscribe } from '@/components/push/browser'

/** Signs out: nothing of this person rings on this device any more, and no list of guests stays on it. */
export function SignOutForm({ action, children }: { action: () => Promise<void>; children: ReactNode }) {
  return (
    <form
      action={action}
      onSubmit={() => {
        unsubscribe().catch(() => undefined)
        forgetDoor().catch(() => undefined)
      }}
      className="mt-2 flex flex-wrap items-center justify-between gap-2"
    >
      {children}
    </form>
  )
}

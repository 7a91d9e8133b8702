'use client'

import { useEffect } from 'react'
import { forgetDrafts } from './use-draft'

/** What was typed has been sent: nothing is left to keep on this device. */
export function DraftDone({ draft }: { draft: string }) {
  useEffect(() => forgetDrafts(draft), [draft])
  return null
}

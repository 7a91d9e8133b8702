import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

/** Brings the words of the forms of those who run a group to the browser, which other pages do without. */
export default function RunningLayout({ children }: { children: ReactNode }) {
  return <Words hosts>{children}</Words>
}

import type { ReactNode } from 'react'

const widths = { narrow: 'max-w-xl', reading: 'max-w-2xl', wide: 'max-w-5xl' }

/** The column that a page other than the map is written in. */
export function Page({ width = 'reading', children }: { width?: keyof typeof widths; children: ReactNode }) {
  return <div className={`mx-auto w-full px-4 py-6 sm:px-6 sm:py-10 ${widths[width]}`}>{children}</div>
}

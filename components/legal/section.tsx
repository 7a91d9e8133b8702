import type { ReactNode } from 'react'

/** A titled part of a page that is read rather than used. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex max-w-prose flex-col gap-2 py-4">
      <h2 className="text-xl">{title}</h2>
      {children}
    </section>
  )
}

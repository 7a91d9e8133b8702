import type { ReactNode } from 'react'

/** A part of a place's page under its title. */
export function SpaceSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-xl">{title}</h2>
      {children}
    </section>
  )
}

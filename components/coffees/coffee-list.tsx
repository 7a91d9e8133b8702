import type { CoffeePage } from '@/lib/coffees/queries'
import { CoffeeCard } from './coffee-card'

/** Some of one's coffees under a title; nothing where there are none. */
export function CoffeeList({ title, coffees, now }: { title: string; coffees: CoffeePage[]; now: Date }) {
  if (coffees.length === 0) return null
  return (
    <section className="mb-8">
      <h2 className="mb-3 text-xl">{title}</h2>
      <ul className="flex flex-col gap-3">
        {coffees.map((coffee) => (
          <li key={coffee.id}>
            <CoffeeCard coffee={coffee} now={now} />
          </li>
        ))}
      </ul>
    </section>
  )
}

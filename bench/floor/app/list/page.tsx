export const dynamic = 'force-dynamic'

const items = Array.from({ length: 50 }, (_, n) => ({
  id: n,
  title: `Outing ${n}`,
  at: `Thursday, ${n % 24} h`,
}))

/** Fifty items made anew for whoever asks: the ceiling of a page of this framework that is not kept. */
export default function List() {
  return (
    <main>
      <h1>Fifty items</h1>
      <ul>
        {items.map(({ id, title, at }) => (
          <li key={id}>
            <h2>{title}</h2>
            <p>{at}</p>
            <a href={`/${id}`}>More</a>
          </li>
        ))}
      </ul>
    </main>
  )
}

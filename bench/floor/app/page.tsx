export const metadata = { title: 'The floor', description: 'The least that any page of this kind sends.' }

/** A page of words: whatever a phone loads for it, it loads for every page of this framework. */
export default function Page() {
  return (
    <main>
      <h1>The floor</h1>
      <p>The least that any page of this kind sends.</p>
    </main>
  )
}

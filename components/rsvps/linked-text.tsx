const ADDRESS = /https?:\/\/[^\s<>"]+/g

/** Plain text as it was written, its web addresses as links. */
export function LinkedText({ text }: { text: string }) {
  const links = [...text.matchAll(ADDRESS)]
  const pieces = links.flatMap(({ 0: href, index: at }, n) => {
    const previous = links[n - 1]
    const from = previous ? previous.index + previous[0].length : 0
    return [
      text.slice(from, at),
      <a key={at} href={href} className="break-all text-accent underline">
        {href}
      </a>,
    ]
  })
  const last = links.at(-1)
  return (
    <div className="whitespace-pre-wrap break-words rounded-card border border-line bg-card p-5">
      {pieces}
      {text.slice(last ? last.index + last[0].length : 0)}
    </div>
  )
}

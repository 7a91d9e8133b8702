/** Facts for search engines, in a block that no browser runs. */
export function JsonLd({ data }: { data: object }) {
  // React leaves a script's text as it is: a "<" inside a value must not end the block.
  return <script type="application/ld+json">{JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
}

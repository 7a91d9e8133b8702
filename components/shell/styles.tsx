'use client'

import { STYLES, stylesFile } from '@/lib/http/terms'

const NAME = 'styles'
const shared: { cafetiereStyles?: string } = globalThis as never

/**
 * The styles of every page, inside it: nothing that is drawn waits for a file. The server writes them; React in the
 * browser finds them by their name and leaves them where they are, so that they travel once and in no other form.
 */
export function Styles() {
  if (!STYLES) return null
  if (typeof window === 'undefined')
    return shared.cafetiereStyles ? sheet(shared.cafetiereStyles) : <StylesLink />
  // A page that could not be made on the server is begun anew in the browser, with nothing in its head.
  return document.querySelector(`style[data-href="${NAME}"]`) ? sheet('') : <StylesLink />
}

/** The same as a file, for what is drawn in the browser alone. */
export function StylesLink() {
  return STYLES && <link rel="stylesheet" href={stylesFile(STYLES)} precedence={NAME} />
}

const sheet = (text = '') => (
  <style href={NAME} precedence={NAME}>
    {text}
  </style>
)

import { createNavigation } from 'next-intl/navigation'
import type { ComponentProps } from 'react'
import { routing } from './routing'

/** Links and redirects that keep the language of the page. */
const { Link: LocalLink, ...navigation } = createNavigation(routing)

export const { redirect, permanentRedirect, usePathname, useRouter, getPathname } = navigation

/**
 * A link in the language of the page. What stands on the screen is not fetched ahead: on a slow network two dozen links
 * would wait in line before what the person came for. components/shell/fetch-ahead fetches what is about to be opened.
 */
export function Link(props: ComponentProps<typeof LocalLink>) {
  return <LocalLink prefetch={false} {...props} />
}

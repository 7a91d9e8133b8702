import type { Page } from '@playwright/test'
import { makeFreelancer, toActor } from '@/lib/testing/makers'
import { freshAddress } from './mail'
import { signIn } from './session'

export const main = (page: Page) => page.getByRole('main')

let words = 0

/** A word that no other place or event of the run has in its name. */
export function unique(word: string): string {
  words += 1
  return `${word} ${process.pid}-${words}z`
}

/** Somebody signed in, as the database knows them. */
export const signedIn = (page: Page, name = 'Ana') => signIn(page, freshAddress(name.toLowerCase()), name)

/** Somebody who comes, with a mailbox of their own. */
export const guest = async (name: string) =>
  toActor(await makeFreelancer({ name, email: freshAddress(name.toLowerCase()) }))

/** The last part of the address: the id of the event whose guests are shown. */
export const idOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''

import type { Page } from '@playwright/test'
import { provePerson } from '@/lib/accounts/commands'
import { openSession } from '@/lib/accounts/sessions/commands'
import { makeFreelancer } from '@/lib/testing/makers'

/** Looks after the tested instance. */
export const ADMIN_EMAIL = 'ada-admin@example.org'

/** Signs somebody new in by their cookie alone: how people come by it is sign-in.spec's to show. */
export async function signIn(page: Page, email: string, name = 'Ana') {
  const person = await makeFreelancer({ email, name })
  await openAs(page, person.id)
  return person
}

/** Signs somebody in who exists already. */
export async function openAs(page: Page, personId: string): Promise<void> {
  const { token } = await openSession(personId)
  const url = process.env.E2E_URL ?? ''
  await page
    .context()
    .addCookies([{ name: 'cafetiere.session', value: token, url, httpOnly: true, sameSite: 'Lax' }])
}

/** The one person whom the instance knows as its administrator. */
export async function administrator(): Promise<{ id: string }> {
  return { id: await provePerson({ email: ADMIN_EMAIL, name: 'Ada', locale: 'fr' }) }
}

import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { type ParsedMail, simpleParser } from 'mailparser'
import { inboxFolder } from '@/lib/mail/demo-inbox'

let people = 0

/** An address nobody else in the run uses. */
export function freshAddress(name: string): string {
  people += 1
  return `${name}-${process.pid}-${Date.now()}-${people}@example.com`
}

/** The latest mail to an address whose subject matches, read in the demo's inbox in a tab of its own. */
export async function readMail(
  page: Page,
  to: string,
  subject: RegExp,
): Promise<{ subject: string; text: string }> {
  const inbox = await page.context().newPage()
  const mail = inbox.getByRole('main').getByRole('link').filter({ hasText: to }).filter({ hasText: subject })
  await expect(async () => {
    await inbox.goto('/fr/inbox')
    await expect(mail.first()).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 20_000 })
  await mail.first().click()
  await inbox.waitForURL(/\/inbox\/.+/)
  const main = inbox.getByRole('main')
  const found = {
    subject: (await main.getByRole('heading', { level: 1 }).textContent()) ?? '',
    text: (await main.textContent()) ?? '',
  }
  await inbox.close()
  return found
}

/** Every mail that came to an address so far, as its mail program gets it; oldest first. */
export async function mailsTo(address: string): Promise<ParsedMail[]> {
  const folder = inboxFolder(process.env.DATA_DIR ?? '')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort()
  const mails = await Promise.all(
    names.map(async (name) => simpleParser(await readFile(path.join(folder, name)))),
  )
  return mails.filter(({ to }) => [to].flat().some((list) => list?.text.includes(address)))
}

/** The six digits mailed to an address. */
export async function readCode(page: Page, to: string): Promise<string> {
  const { subject } = await readMail(page, to, /\d{6}/)
  return subject.match(/\d{6}/)?.[0] ?? ''
}

/** Signs somebody new in, by the page that everybody uses. */
export async function signInByCode(page: Page, email: string, name = 'Ana'): Promise<void> {
  await page.goto('/fr/sign-in?returnTo=/fr/outings')
  await page.getByLabel('Votre adresse e-mail').fill(email)
  await page.getByLabel('Votre prénom ou nom').fill(name)
  await page.getByRole('button', { name: 'Recevoir mon code' }).click()
  await page.waitForURL(/\/sign-in\/code\//)
  await page.getByLabel('Code à 6 chiffres').fill(await readCode(page, email))
  await page.waitForURL(/\/fr\/outings$/)
}

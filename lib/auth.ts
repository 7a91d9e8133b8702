import { cookies } from 'next/headers'
import { type AuthOptions, getServerSession } from 'next-auth'
import type { Adapter } from 'next-auth/adapters'
import { cache } from 'react'
import type { Actor } from '@/lib/accounts/schema'
import { closeSession, openSession } from '@/lib/accounts/sessions/commands'
import { sessionByToken } from '@/lib/accounts/sessions/queries'
import { sessionSeconds } from '@/lib/accounts/sessions/rules'
import { env } from '@/lib/env'
import { redirect } from '@/lib/i18n/navigation'
import type { Locale } from '@/lib/i18n/routing'

const isHttps = () => env().appUrl.startsWith('https://')

// The __Host- prefix ties the cookie to this host and to TLS; a demo on http cannot have it.
const cookieName = () => (isHttps() ? '__Host-cafetiere.session' : 'cafetiere.session')

const cookieOptions = () => ({ httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isHttps() })

// Sign-in itself is ours (a code, not a provider), so next-auth only ever reads and drops sessions.
const adapter: Adapter = {
  async getSessionAndUser(sessionToken) {
    const found = await sessionByToken(sessionToken)
    if (!found) return null
    const { actor, expires } = found
    return { session: { sessionToken, userId: actor.id, expires }, user: { ...actor, emailVerified: null } }
  },
  async deleteSession(sessionToken) {
    await closeSession(sessionToken)
  },
  // Sessions do not slide: a server component could not move the cookie's end along with the row's.
  async updateSession() {
    return null
  },
}

function options(): AuthOptions {
  return {
    adapter,
    providers: [],
    secret: env().authSecret,
    session: { strategy: 'database', maxAge: sessionSeconds, updateAge: sessionSeconds },
    cookies: { sessionToken: { name: cookieName(), options: cookieOptions() } },
    callbacks: { session: ({ session, user }) => ({ ...session, actor: user }) },
    logger: {
      warn() {},
      debug() {},
      // Left alone, next-auth answers "signed out" when the database is down, and people would lose what they typed.
      error(code, metadata) {
        throw new Error(`next-auth: ${code}`, { cause: metadata })
      },
    },
  }
}

/** The signed-in person, or null. Read once per request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  if (!(await cookies()).has(cookieName())) return null
  const session = await getServerSession<AuthOptions, { actor: Actor }>(options())
  if (!session) return null
  const { id, name, email, locale } = session.actor
  return { id, name, email, locale }
})

/** The signed-in person; anybody else is sent to sign in and comes back to `returnTo`, a path of this site. */
export async function requireActor(locale: Locale, returnTo: string): Promise<Actor> {
  const actor = await currentActor()
  return actor ?? redirect({ href: { pathname: '/sign-in', query: { returnTo } }, locale })
}

/** Signs a person in on this device. Only from an action or a route: it sets the cookie. */
export async function startSession(userId: string): Promise<void> {
  const { token, expires } = await openSession(userId)
  ;(await cookies()).set(cookieName(), token, { ...cookieOptions(), expires })
}

/** Signs out on this device. */
export async function endSession(): Promise<void> {
  const jar = await cookies()
  const token = jar.get(cookieName())?.value
  if (token) await closeSession(token)
  jar.delete({ name: cookieName(), ...cookieOptions() })
}

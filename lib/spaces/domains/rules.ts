import { parse } from 'tldts'

/** Days that a website has to stand after somebody changed it, before a mailbox at its domain proves anything. */
export const SETTLES = 14

/** Places in that many towns give the same domain: it is a host's, an authority's or a chain's, and a person looks. */
export const MANY_TOWNS = 5

/**
 * Domains where anybody gets a page, a mailbox or both, beside those that the public suffix list calls private: a mailbox
 * there says nothing of a place whose page is there. Registrable domains.
 */
const SHARED = new Set(
  [
    // People, pictures and short links.
    'facebook.com fb.com fb.me instagram.com linkedin.com twitter.com x.com tiktok.com youtube.com pinterest.com',
    'threads.net mastodon.social bsky.app discord.gg discord.com t.me telegram.me whatsapp.com wa.me meetup.com',
    'linktr.ee linktree.com bio.link beacons.ai campsite.bio carrd.co lnk.bio bit.ly tinyurl.com goo.gl',
    // Sites made by filling in a form.
    'google.com google.fr wix.com wixsite.com wordpress.com wordpress.org squarespace.com weebly.com jimdo.com jimdofree.com',
    'jimdosite.com webnode.com webnode.fr webnode.page e-monsite.com over-blog.com overblog.com canalblog.com blogspot.com',
    'blogger.com tumblr.com medium.com substack.com notion.so notion.site webador.fr webador.com site123.me strikingly.com',
    'webself.net simplebo.fr simdif.com odoo.com sumup.link square.site business.site godaddysites.com myportfolio.com',
    'framer.website webflow.io github.io gitlab.io github.com gitlab.com sharepoint.com odexpo.com monsite-orange.fr',
    'pagesperso-orange.fr canva.site canva.com yolasite.com ucraft.net mystrikingly.com assoconnect.com helloasso.com',
    // Lists of places, of events and of tables.
    'pagesjaunes.fr yelp.com yelp.fr tripadvisor.com tripadvisor.fr foursquare.com openstreetmap.org booking.com airbnb.com',
    'coworker.com deskpass.com eventbrite.com eventbrite.fr weezevent.com billetweb.fr thefork.com thefork.fr zenchef.com',
    'mapstr.com petitfute.com mappy.com waze.com apple.com bing.com wikipedia.org wikidata.org',
    // Mailboxes for everybody.
    'gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr hotmail.co.uk live.com live.fr msn.com',
    'microsoft.com yahoo.com yahoo.fr yahoo.co.uk ymail.com aol.com icloud.com me.com mac.com proton.me protonmail.com pm.me',
    'gmx.com gmx.fr gmx.net gmx.de web.de mail.com mail.ru yandex.ru yandex.com zoho.com zohomail.com fastmail.com hey.com',
    'tutanota.com tuta.io tuta.com mailo.com mailo.fr netcourrier.com mailbox.org posteo.net posteo.de riseup.net disroot.org',
    'laposte.net laposte.fr orange.fr wanadoo.fr free.fr sfr.fr neuf.fr bbox.fr numericable.fr noos.fr club-internet.fr',
    'aliceadsl.fr cegetel.net 9online.fr tele2.fr voila.fr dartybox.com nordnet.fr ovh.com ovh.fr ovh.net ik.me infomaniak.com',
    'gandi.net ionos.fr ionos.com btinternet.com bt.com sky.com virginmedia.com talktalk.net ntlworld.com o2.co.uk',
    'skynet.be telenet.be proximus.be bluewin.ch sunrise.ch videotron.ca sympatico.ca t-online.de libero.it',
    'yopmail.com mailinator.com guerrillamail.com sharklasers.com temp-mail.org duck.com simplelogin.com addy.io',
  ].flatMap((line) => line.split(' ')),
)

/** Where thousands of students have a mailbox: who writes from there need not run the library. */
const CROWD = /(^univ-|^u-|\.edu$|\.edu\.[a-z]{2}$|\.ac\.[a-z]{2}$)/

/** The web domain of a place: its own name, and the host of its site below it ("www." apart), where they differ. */
export type Site = { domain: string; host: string }

/**
 * The domain that a website is at, by the public suffix list with its private part (a site at github.io is its own
 * domain); null where there is none of its own. Host names in ASCII, lower case.
 */
export function siteOf(website: string | null): Site | null {
  const host = hostOf(website)
  if (host === null) return null
  const { domain, isIp, isIcann, isPrivate } = parse(host, { allowPrivateDomains: true })
  if (isIp || !domain || !(isIcann || isPrivate)) return null
  return { domain, host: host.replace(/^www\./, '') }
}

function hostOf(website: string | null): string | null {
  if (website === null || !URL.canParse(website)) return null
  const { protocol, hostname } = new URL(website)
  return /^https?:$/.test(protocol) ? hostname.toLowerCase().replace(/\.$/, '') : null
}

/** Does everybody get a page or a mailbox there? A site below a private suffix (wixsite.com, github.io) has no mail of its own. */
export function isShared({ domain, host }: Site): boolean {
  const { isPrivate } = parse(host, { allowPrivateDomains: true })
  return isPrivate === true || SHARED.has(domain) || CROWD.test(domain)
}

/**
 * Is a mailbox at the site's domain, or at the very host of the site? Not at any other name below the domain: those are
 * often given to others ("students.", "members."). `email` is normalised.
 */
export function isAtSite(email: string, { domain, host }: Site): boolean {
  const at = email.slice(email.lastIndexOf('@') + 1)
  return at === domain || at === host
}

type Standing = {
  website: string | null
  /** When it was last changed; null where a source brought it from the first. */
  websiteSince: Date | null
  /** The claimant put it there. */
  byClaimant: boolean
}

export type NoCode = 'site_none' | 'site_shared' | 'site_new' | 'site_yours'

/** May a mailbox at the domain of this website prove that a place is somebody's, and if not, why? */
export function codeBySite(
  { website, websiteSince, byClaimant }: Standing,
  now: Date,
): { ok: true; site: Site } | { ok: false; reason: NoCode } {
  const site = siteOf(website)
  if (!site) return { ok: false, reason: 'site_none' }
  if (isShared(site)) return { ok: false, reason: 'site_shared' }
  if (byClaimant) return { ok: false, reason: 'site_yours' }
  const settled = websiteSince === null || now.getTime() - websiteSince.getTime() >= SETTLES * 86_400_000
  return settled ? { ok: true, site } : { ok: false, reason: 'site_new' }
}

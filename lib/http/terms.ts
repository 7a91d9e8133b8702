/**
 * What tells the built styles from others: SHA-256 of their text, as base64url. Nothing in development, where Next links
 * to them itself.
 */
export const STYLES = process.env.NEXT_PUBLIC_STYLES

/** Their address, as a file of their own. */
export const stylesFile = (digest: string) => `/_next/static/styles/${digest}.css`

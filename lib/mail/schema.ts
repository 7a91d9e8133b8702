/** One part of a letter. Texts are plain: the renderers escape. */
export type Block =
  | { type: 'text'; text: string }
  | { type: 'code'; code: string }
  | { type: 'quote'; text: string }
  /** Label and value, such as when and where. */
  | { type: 'facts'; facts: [label: string, value: string][] }
  | { type: 'action'; label: string; url: string }
  /** A sentence in small print with its link. */
  | { type: 'link'; text: string; label: string; url: string }

/** What a mail says, before it becomes text and HTML. */
export interface Letter {
  subject: string
  locale: 'fr' | 'en'
  blocks: Block[]
  /** Last line: who writes and why. */
  footer: string
  /** Below it, in small print: what can be settled. */
  footerLinks?: { label: string; url: string }[]
}

/** A mail ready to leave. */
export interface OutgoingMail {
  to: string
  subject: string
  text: string
  html: string
  /** Local part of the Message-ID: the same at every attempt, so that a repeated mail is shown once. */
  messageKey: string
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string }
  /** Where an answer goes; without it to the instance's own address. */
  replyTo?: { name: string; address: string }
  /** Takes the POST of RFC 8058. Absent only for sign-in codes. */
  unsubscribeUrl?: string
  /** The kind of message as a list of its own (RFC 2919), in words and as an id. Absent only for sign-in codes. */
  list?: { name: string; id: string }
}

/** What people may be told of, in the order of the settings page. */
export const MESSAGE_KINDS = [
  'rsvp',
  'promotion',
  'change',
  'reminder',
  'host_message',
  'thanks',
  'group_event',
  'hosting',
  'wish',
  'people',
  'coffee',
  'correction',
  'nudge',
  'digest',
  'safety',
  'place',
] as const

export type MessageKind = (typeof MESSAGE_KINDS)[number]
export type Channel = 'mail' | 'push'
export type Choice = Record<Channel, boolean>

/** Kinds that can also ring on a phone: those that nobody wants to read tomorrow, and the one that gets people out. */
export const PUSHED_KINDS: readonly MessageKind[] = ['promotion', 'change', 'reminder', 'nudge', 'safety']

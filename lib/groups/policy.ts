import type { GroupRole } from './schema'

/** May publish in the group's name, change what it says of itself, and see who its members are. */
export const runsGroup = (role: GroupRole | null) => role === 'owner' || role === 'organizer'

/** May settle who runs the group, give it away and end it. */
export const ownsGroup = (role: GroupRole | null) => role === 'owner'

/** May this role make somebody of that role something else, or take them out? Nobody may do it to the owner. */
export const maySettle = (role: GroupRole | null, theirs: GroupRole | null) =>
  theirs !== null && theirs !== 'owner' && ownsGroup(role)

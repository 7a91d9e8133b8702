import type { IconName } from '@/components/ui/icon'

/** One thing that is known of a place: its sign, the words, and a word more. */
export interface FactLine {
  icon: IconName
  text: string
  note?: string | null | false
}

/** A line when it is so. */
export function line(is: unknown, icon: IconName, text: string, note?: FactLine['note']): FactLine[] {
  return is ? [{ icon, text, note }] : []
}

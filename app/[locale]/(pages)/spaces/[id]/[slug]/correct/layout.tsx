import { Words } from '@/components/shell/words'

/** Brings the words of the form to the browser, which the page itself does without. */
export default function CorrectLayout({ children }: LayoutProps<'/[locale]/spaces/[id]/[slug]/correct'>) {
  return <Words hosts>{children}</Words>
}

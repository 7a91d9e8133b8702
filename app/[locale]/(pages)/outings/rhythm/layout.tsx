import { Words } from '@/components/shell/words'

/** Brings the words of the form of the rhythm to the browser, which other pages do without. */
export default function RhythmLayout({ children }: LayoutProps<'/[locale]/outings/rhythm'>) {
  return <Words hosts>{children}</Words>
}

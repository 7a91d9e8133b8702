import { Words } from '@/components/shell/words'

/** Brings the words of the form to the browser, which other pages do without. */
export default function NewSpaceLayout({ children }: LayoutProps<'/[locale]/spaces/new'>) {
  return <Words hosts>{children}</Words>
}

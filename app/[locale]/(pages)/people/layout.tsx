import { Words } from '@/components/shell/words'

/** Brings the words of the forms of people’s pages to the browser, which other pages do without. */
export default function PeopleLayout({ children }: LayoutProps<'/[locale]/people'>) {
  return <Words hosts>{children}</Words>
}

import { Words } from '@/components/shell/words'

/** Brings the words of the profile’s forms to the browser, which other pages do without. */
export default function MeLayout({ children }: LayoutProps<'/[locale]/me'>) {
  return <Words hosts>{children}</Words>
}

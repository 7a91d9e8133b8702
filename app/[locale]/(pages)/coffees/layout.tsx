import { Words } from '@/components/shell/words'

/** Brings the words of the coffees’ forms to the browser, which other pages do without. */
export default function CoffeesLayout({ children }: LayoutProps<'/[locale]/coffees'>) {
  return <Words hosts>{children}</Words>
}

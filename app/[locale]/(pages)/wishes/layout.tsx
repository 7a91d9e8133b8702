import { Words } from '@/components/shell/words'

/** Brings the words of the wish's form to the browser, which other pages do without. */
export default function WishesLayout({ children }: LayoutProps<'/[locale]/wishes'>) {
  return <Words hosts>{children}</Words>
}

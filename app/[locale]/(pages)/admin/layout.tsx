import { Words } from '@/components/shell/words'

/** Brings the words of the administrator's buttons to the browser, which other pages do without. */
export default function AdminLayout({ children }: LayoutProps<'/[locale]/admin'>) {
  return <Words hosts>{children}</Words>
}

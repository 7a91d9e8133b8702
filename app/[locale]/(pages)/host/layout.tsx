import { Words } from '@/components/shell/words'

/** Brings the words of the host's forms to the browser, which other pages do without. */
export default function HostLayout({ children }: LayoutProps<'/[locale]/host'>) {
  return <Words hosts>{children}</Words>
}

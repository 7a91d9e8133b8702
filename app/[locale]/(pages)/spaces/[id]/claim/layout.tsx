import { Words } from '@/components/shell/words'

/** Brings the words of a claim’s forms to the browser, which other pages do without. */
export default function ClaimLayout({ children }: LayoutProps<'/[locale]/spaces/[id]/claim'>) {
  return <Words hosts>{children}</Words>
}

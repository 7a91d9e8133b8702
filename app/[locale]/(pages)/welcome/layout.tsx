import { Words } from '@/components/shell/words'

/** Brings the words of the forms of the newly arrived to the browser, which other pages do without. */
export default function WelcomeLayout({ children }: LayoutProps<'/[locale]/welcome'>) {
  return <Words hosts>{children}</Words>
}

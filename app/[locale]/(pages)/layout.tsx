import { Footer } from '@/components/shell/footer'
import { env } from '@/lib/env'

/** Every page that is written in a column and not drawn on a map. */
export default function PagesLayout({ children }: LayoutProps<'/[locale]'>) {
  return (
    <>
      <div className="flex-1">{children}</div>
      <Footer name={env().instanceName} />
    </>
  )
}

import { notFound } from 'next/navigation'

/** Any address that nothing answers: the page that says so, in the right language. */
export default function Unknown(): never {
  notFound()
}

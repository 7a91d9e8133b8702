/** The outline of what is on its way. The page says "loading" once, elsewhere. */
export function Skeleton({ className = 'h-4 w-full' }: { className?: string }) {
  return <span aria-hidden="true" className={`block animate-pulse rounded-lg bg-sunken ${className}`} />
}

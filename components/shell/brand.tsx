/** The moka pot, our mark. */
export function Brand({ className = 'size-8' }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className={className}>
      <circle cx="16" cy="16" r="16" className="fill-accent" />
      <g className="fill-on-accent">
        <path d="M14.6 4.6h2.8v2.2h-2.8zM10 8h10.4l3.1-.9-1.9 3 .9 5.9h-12zM10 17.2h12.2L24 26H8.2z" />
        <path d="M23.2 9.8h3.3v7.4l-1.8 2.6V11.6h-1.8z" />
      </g>
    </svg>
  )
}

/** Strokes of 24 × 24 icons, drawn for this project. */
const strokes = {
  map: 'M3 6.5 9 4l6 2.5L21 4v13.5L15 20l-6-2.5L3 20Z M9 4v13.5 M15 6.5V20',
  calendar: 'M4 6.5h16V20H4Z M4 10.5h16 M8.5 3.5v4 M15.5 3.5v4',
  outings:
    'M4 8h13v5a6 6 0 0 1-6 6h-1a6 6 0 0 1-6-6Z M17 9.5h1.5a2.5 2.5 0 0 1 0 5H17 M8 3.5c-.8 1 .8 1.6 0 2.6 M12 3.5c-.8 1 .8 1.6 0 2.6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z M4.5 20.5a7.5 7.5 0 0 1 15 0',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z M2.5 19.5a6.5 6.5 0 0 1 13 0 M16 4.8a3.5 3.5 0 0 1 0 6.4 M18 13.8a6.5 6.5 0 0 1 3.5 5.7',
  search: 'M10.5 17.5a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z M15.7 15.7 20.5 20.5',
  filter: 'M3.5 6h17 M6.5 12h11 M10 18h4',
  locate: 'M12 17.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Z M12 2.5v4 M12 17.5v4 M2.5 12h4 M17.5 12h4',
  plus: 'M12 5v14 M5 12h14',
  minus: 'M5 12h14',
  close: 'M6 6l12 12 M18 6 6 18',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  left: 'm14.5 5.5-6.5 6.5 6.5 6.5',
  right: 'm9.5 5.5 6.5 6.5-6.5 6.5',
  up: 'm5.5 14.5 6.5-6.5 6.5 6.5',
  down: 'm5.5 9.5 6.5 6.5 6.5-6.5',
  wifi: 'M2.5 9.5a14 14 0 0 1 19 0 M5.8 13a9.3 9.3 0 0 1 12.4 0 M9 16.3a4.6 4.6 0 0 1 6 0 M12 19.8v.2',
  wheelchair: 'M10 4.2v.1 M10 7.5v6h5.5l2.5 5.5 M10 10h4.5 M7.5 12a5 5 0 1 0 6.6 6.3',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Z M12 7.5V12l3 2',
  walk: 'M13 4.2v.1 M11 8l-3.5 2V13 M11 8l2.5.5L15 11.5l3 1 M11 8l-.5 6 3 2.5.5 4.5 M10.5 14 9 17.5 6.5 20.5',
  pin: 'M12 21.5s7-6.6 7-11.7a7 7 0 0 0-14 0c0 5.1 7 11.7 7 11.7Z M12 12.3a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2Z',
  price: 'M17.5 6.5a6.5 6.5 0 1 0 0 11 M4 10.5h9 M4 13.5h9',
  seat: 'M7 4.5v9h10v-9 M5 13.5h14 M7 13.5V20 M17 13.5V20',
  globe:
    'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Z M3.5 12h17 M12 3.5c5 5 5 12 0 17 M12 3.5c-5 5-5 12 0 17',
  share: 'M12 14.5v-11 M8 7l4-4 4 4 M5.5 11v9h13v-9',
  edit: 'M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19Z M13.5 7l3.5 3.5',
  copy: 'M8.5 8.5h11v12h-11Z M15.5 8.5v-5h-11v12h4',
  trash: 'M4.5 6.5h15 M9 6.5v-3h6v3 M6.5 6.5l1 14h9l1-14',
  mail: 'M3.5 5.5h17v13h-17Z M3.5 6.5 12 13l8.5-6.5',
  coffee:
    'M5 9h12v5a5 5 0 0 1-5 5h-2a5 5 0 0 1-5-5Z M17 10.5h1.2a2.3 2.3 0 0 1 0 4.6H17 M9 3.5v2.5 M13 3.5v2.5',
  laptop: 'M5.5 5.5h13v10h-13Z M2.5 19h19',
  book: 'M12 6.5C9.5 4.6 6.5 4.4 4 5v13.5c2.5-.6 5.5-.4 8 1.5 2.5-1.9 5.5-2.1 8-1.5V5c-2.5-.6-5.5-.4-8 1.5Z M12 6.5V20',
  home: 'M4 11 12 4l8 7 M6 9.5V20h12V9.5 M10 20v-5.5h4V20',
  glass: 'M6 4.5h12l-1 5.5a5 5 0 0 1-10 0Z M12 15v5 M8.5 20h7',
  meal: 'M7 3.5v17 M4.5 3.5V8a2.5 2.5 0 0 0 5 0V3.5 M16.5 20.5v-17c-2.5 1-3.5 4-3.5 8h3.5',
  tools: 'm14.5 9.5-9 9-2-2 9-9 M12.5 7.5a4.5 4.5 0 0 1 6-3l-2.7 2.7 2 2 2.7-2.7a4.5 4.5 0 0 1-6 6',
  stand: 'M4 10l2-5.5h12l2 5.5 M4 10h16 M5.5 10v10h13V10 M10 20v-5.5h4V20',
  leaf: 'M5 19c0-9 5-14 15-14 0 10-5 14-12 14-1 0-2-.3-3-1 M5 20.5c2-5 5-8 9-9.5',
  video: 'M3.5 6.5h11v11h-11Z M14.5 10.5l6-3v9l-6-3',
  pair: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z M16 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z M2.5 19a5.5 5.5 0 0 1 9.5-3.8A5.5 5.5 0 0 1 21.5 19',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Z M12 11v5.5 M12 7.8v.1',
  warning: 'M12 4 2.5 20h19Z M12 10v4.5 M12 17.3v.1',
  external: 'M13.5 4.5h6v6 M19.5 4.5l-9 9 M17 13.5v6H4.5V7h6',
  offline:
    'M3 3l18 18 M2.5 9.5a14 14 0 0 1 5-3 M12 5.8c3.5 0 7 1.3 9.5 3.7 M5.8 13a9 9 0 0 1 4-2.3 M9 16.3a4.6 4.6 0 0 1 6 0 M12 19.8v.2',
  signOut: 'M10 4.5H5v15h5 M14.5 8l4 4-4 4 M9.5 12h9',
  door: 'M6.5 20.5v-17h11v17 M4 20.5h16 M14 12v.6',
} as const

export type IconName = keyof typeof strokes

/** Decoration beside words: hidden from screen readers. */
export function Icon({ name, className = 'size-5' }: { name: IconName; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`shrink-0 ${className}`}
    >
      <path d={strokes[name]} />
    </svg>
  )
}

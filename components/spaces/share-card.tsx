import { drawable } from '@/lib/text/drawable/rules'

type Props = {
  instance: string
  kind: string
  name: string
  where: string
  /** A few words each, the most telling first. */
  facts: string[]
}

/** Pixels: what those who show links ask for (https://ogp.me). */
export const CARD_SIZE = { width: 1200, height: 630 }

/** Characters of a name that fit on three lines. */
const LONG = 34
const FACTS = 4

/** What a shared link to a place shows. Drawn by a library that knows flexbox and little else: no classes, no theme. */
export function ShareCard({ instance, kind, name, where, facts }: Props) {
  const title = drawable(name) || drawable(kind)
  return (
    <div
      style={{
        ...{ display: 'flex', flexDirection: 'column', justifyContent: 'space-between' },
        ...{ width: '100%', height: '100%', padding: 72, background: '#faf6ef', color: '#2a1c13' },
        borderLeft: '24px solid #23604f',
      }}
    >
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <div style={{ display: 'flex', fontSize: 34, color: '#23604f' }}>{drawable(kind)}</div>
        <div
          style={{
            ...{ display: 'flex', marginTop: 16, fontSize: title.length > LONG ? 64 : 88, lineHeight: 1.1 },
            ...{ maxHeight: 230, overflow: 'hidden' },
          }}
        >
          {title}
        </div>
        <div style={{ display: 'flex', marginTop: 24, fontSize: 38, color: '#665447' }}>
          {drawable(where)}
        </div>
      </div>
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <div style={{ display: 'flex', flexWrap: 'wrap' }}>
          {facts.slice(0, FACTS).map((fact) => (
            <div
              key={fact}
              style={{
                ...{ display: 'flex', marginRight: 20, padding: '12px 28px', borderRadius: 40 },
                ...{ fontSize: 32, background: '#dcefe7', color: '#23604f' },
              }}
            >
              {drawable(fact)}
            </div>
          ))}
        </div>
        <div style={{ display: 'flex', marginTop: 36, fontSize: 30, color: '#a63f1c' }}>
          {drawable(instance)}
        </div>
      </div>
    </div>
  )
}

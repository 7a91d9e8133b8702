'use client'

import type L from 'leaflet'
import { useLayoutEffect, useState } from 'react'
import type { Mark } from './marks'

/** CSS pixels around what lies over the map: a mark is 44 wide, and 24 of it must be left to tap. */
const EDGE = 4
const NONE: ReadonlySet<string> = new Set()

/** The keys of marks whose middle lies beneath what is laid over the map (`data-over-map`), where no finger reaches them. */
export function useCovered(map: L.Map, marks: Mark[]): ReadonlySet<string> {
  const [covered, setCovered] = useState(NONE)
  // A move ends in other marks.
  useLayoutEffect(() => {
    const { left, top } = map.getContainer().getBoundingClientRect()
    const over = [...document.querySelectorAll('[data-over-map]')].map((one) => one.getBoundingClientRect())
    const beneath = marks.filter((mark) => {
      const at = map.latLngToContainerPoint([mark.lat, mark.lng])
      const [x, y] = [left + at.x + ('shift' in mark ? mark.shift : 0), top + at.y]
      return over.some(
        (box) => x > box.left - EDGE && x < box.right + EDGE && y > box.top - EDGE && y < box.bottom + EDGE,
      )
    })
    setCovered((before) => sameOr(before, new Set(beneath.map(({ key }) => key))))
  }, [map, marks])
  return covered
}

/** The set from before where it holds the same, so that nothing is drawn anew. */
function sameOr(before: ReadonlySet<string>, now: ReadonlySet<string>): ReadonlySet<string> {
  return before.size === now.size && [...now].every((key) => before.has(key)) ? before : now
}

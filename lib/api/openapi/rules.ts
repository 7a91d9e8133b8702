import { z } from 'zod'
import * as api from '@/lib/api/schema'
import * as spaces from '@/lib/api/spaces/schema'
import { rsvpDetailsSchema } from '@/lib/rsvps/schema'

const COMPONENTS = {
  Space: spaces.spaceSchema,
  SpaceDetail: spaces.spaceDetailSchema,
  SpaceCollection: spaces.spacesSchema,
  Event: api.eventSchema,
  EventDetail: api.eventDetailSchema,
  EventCollection: api.eventsSchema,
  Seat: api.seatSchema,
  RsvpDetails: rsvpDetailsSchema,
  Problem: api.problemSchema,
}

type Component = keyof typeof COMPONENTS

const ref = (name: Component) => ({ $ref: `#/components/schemas/${name}` })
const answer = (description: string, type: string, schema: object) => ({
  description,
  content: { [type]: { schema } },
})
const problem = (description: string) => answer(description, 'application/problem+json', ref('Problem'))
const geojson = (description: string, name: Component) =>
  answer(description, 'application/geo+json', ref(name))
const details = { content: { 'application/json': { schema: ref('RsvpDetails') } } }
const notModified = { '304': { description: 'You have it already (If-None-Match).' } }

const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }

/** The OpenAPI 3.1 document, made of the schemas that the routes themselves parse and answer with. */
export function openApi({ appUrl, title }: { appUrl: string; title: string }) {
  return {
    openapi: '3.1.0',
    info: {
      title,
      version: '1.0.0',
      description: 'Places to work and outings nearby. Space data © OpenStreetMap contributors, ODbL.',
    },
    servers: [{ url: `${appUrl}/api/v1` }],
    paths: {
      '/spaces': {
        get: list(
          'Spaces, from the middle of the box outwards; last those that nobody confirmed for two years',
          'SpaceCollection',
          spaces.spacesQuerySchema,
        ),
      },
      '/spaces/{id}': { get: detail('One space', 'SpaceDetail') },
      '/spaces/{id}/calendar.ics': { get: calendar('What takes place at a space, to subscribe to') },
      '/events': { get: list('Events, soonest first', 'EventCollection', api.eventsQuerySchema) },
      '/events/{id}': { get: detail('One event', 'EventDetail') },
      '/events/{id}/calendar.ics': { get: calendar('One event for a calendar') },
      '/series/{id}/calendar.ics': {
        get: calendar('Every date of an event that comes back, to subscribe to'),
      },
      '/groups/{id}/calendar.ics': { get: calendar('Everything a group does, as iCalendar') },
      '/events/{id}/rsvp': {
        post: { ...rsvp('Take a seat, or a place in the queue'), requestBody: details },
        delete: rsvp('Give it up'),
      },
    },
    components: {
      schemas: components(),
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'cafetiere.session' } },
    },
  }
}

function components() {
  const entries = Object.entries(COMPONENTS).map(([name, schema]) => {
    const { $schema: _, ...own } = z.toJSONSchema(schema, { io: 'output' })
    return [name, own] as const
  })
  return Object.fromEntries(entries)
}

function list(summary: string, name: Component, query: z.ZodType) {
  const { properties = {} } = z.toJSONSchema(query, { io: 'input' })
  const parameters = Object.entries(properties).map(([parameter, schema]) => {
    const { description, ...own } = typeof schema === 'object' ? schema : {}
    return { name: parameter, in: 'query', required: false, description, schema: own }
  })
  return {
    summary,
    parameters,
    responses: {
      '200': geojson(summary, name),
      ...notModified,
      '400': problem('A parameter cannot be read.'),
    },
  }
}

function detail(summary: string, name: Component) {
  const responses = { '200': geojson(summary, name), ...notModified, '404': problem('There is none.') }
  return { summary, parameters: [id], responses }
}

function calendar(summary: string) {
  const file = answer('iCalendar (RFC 5545)', 'text/calendar', { type: 'string' })
  const responses = { '200': file, ...notModified, '404': problem('There is none.') }
  return { summary, parameters: [id], responses }
}

function rsvp(summary: string) {
  return {
    summary,
    security: [{ session: [] }],
    parameters: [id],
    responses: {
      '200': answer(summary, 'application/json', ref('Seat')),
      '401': problem('Nobody is signed in.'),
      '403': problem('Taken off the list, or sent from another site.'),
      '404': problem('There is no such event.'),
      '409': problem('Over, cancelled or full.'),
    },
  }
}

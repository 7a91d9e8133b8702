import { z } from 'zod'
import { INTERNET, INTERNET_FEES, NOISE, SOCKETS, SPACE_KINDS, WHEELCHAIR } from './terms'

export type { Internet, InternetFee, Noise, Sockets, SpaceKind, Wheelchair } from './terms'

export const spaceKindSchema = z.enum(SPACE_KINDS)
export const internetSchema = z.enum(INTERNET)
export const internetFeeSchema = z.enum(INTERNET_FEES)
export const wheelchairSchema = z.enum(WHEELCHAIR)
export const socketsSchema = z.enum(SOCKETS)
export const noiseSchema = z.enum(NOISE)

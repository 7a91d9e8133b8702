import type { NetworkInterfaceInfo } from 'node:os'

type Interfaces = NodeJS.Dict<Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[]>

/** Networks that live inside the machine (containers, virtual machines, tunnels): no phone is on them. */
const INSIDE =
  /^(docker|br-|veth|virbr|vbox|vmnet|vEthernet|cni|flannel|kube|tun|tap|utun|wg|tailscale|zt|lxc|podman)/i
const PRIVATE = /^(192\.168\.|10\.|172\.(1[6-9]|2\d|3[01])\.)/

/**
 * The IPv4 address at which a phone on the same network finds this machine, or null. Home networks are mostly
 * 192.168, so those go first.
 */
export function lanAddress(interfaces: Interfaces): string | null {
  const found = Object.entries(interfaces)
    .filter(([name]) => !INSIDE.test(name))
    .flatMap(([, addresses]) => addresses ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && PRIVATE.test(address))
    .map(({ address }) => address)
  return found.find((address) => address.startsWith('192.168.')) ?? found[0] ?? null
}

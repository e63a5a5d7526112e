/** An npm registry: its address without credentials and without a slash at its end, and what to say to it. */
export type Registry = {
  readonly url: string;
  /** The value of the header `authorization`. Never print it. */
  readonly authorization?: string;
};

/** The header for a request to `address`: only for the registry's own origin, and only where nobody can listen. */
export function authorizationFor(registry: Registry, address: URL): Record<string, string> {
  const { authorization } = registry;
  const isOwn = new URL(registry.url).origin === address.origin;
  if (authorization === undefined || !isOwn || !isPrivate(address)) return {};
  return { authorization };
}

function isPrivate({ protocol, hostname }: URL): boolean {
  const isLoopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  return protocol === "https:" || isLoopback;
}

/** What the name of a log may be: no spaces, no controls and no plus, which parts a key. */
export const nameForm = /^[^\s+\p{C}]{1,200}$/u;

/** `host/owner/name` of an address that git accepts, without scheme, user, port and `.git`; `undefined` for a local path. */
export function nameOfRemote(address: string): string | undefined {
  const scp = /^(?:[^@/:\s]+@)?([^@/:\s]{2,}):(?!\/\/)(.+)$/.exec(address);
  const url = scp === null ? URL.parse(address) : null;
  const isRemote = url !== null && /^(https?|ssh|git|git\+ssh):$/.test(url.protocol);
  const host = scp?.[1] ?? (isRemote ? url.hostname : "");
  const path = (scp?.[2] ?? url?.pathname ?? "").replace(/^\/+/, "").replace(/(\.git)?\/*$/, "");
  const name = `${host.toLowerCase()}/${path}`;
  return host !== "" && path !== "" && nameForm.test(name) ? name : undefined;
}

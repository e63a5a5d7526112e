import { bytesOf } from "./bytes.ts";

/** The type of what the envelope holds: an in-toto statement. */
export const payloadType = "application/vnd.in-toto+json";

/** The pre-authentication encoding of DSSE v1: the bytes that are signed. */
export function preAuthentication(type: string, payload: Uint8Array): Uint8Array {
  const header = bytesOf(`DSSEv1 ${bytesOf(type).length} ${type} ${payload.length} `);
  const bytes = new Uint8Array(header.length + payload.length);
  bytes.set(header);
  bytes.set(payload, header.length);
  return bytes;
}

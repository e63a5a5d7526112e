/** Whether git takes the name for a branch or tag (git-check-ref-format(1)): no pattern, no two refs in one, no option. */
export function isRefName(name: string): boolean {
  // eslint-disable-next-line no-control-regex -- git refuses control characters, so they are looked for
  const hasRefused = /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|\/\.|\.lock(\/|$)|^[/.-]|[/.]$/;
  return name !== "" && name !== "@" && !hasRefused.test(name);
}

/** What people of one group at an identity provider are here. */
export type RoleOfGroup<Role extends string = string> = Readonly<{
  group: string;
  role: Role;
  /** Of the one store that they work in; null for the whole company. */
  store: string | null;
}>;

/**
 * The role that somebody's groups give: that of the first line whose group is among them, and undefined when there is
 * none. Groups are compared sign by sign: a group that is only written alike is another one.
 */
export function roleOfGroups<Line extends RoleOfGroup>(
  groups: readonly string[],
  lines: readonly Line[],
): Line | undefined {
  const held = new Set(groups);
  return lines.find(({ group }) => held.has(group));
}

// The result tree, flat.

/** Every criterion of a view with the group it stands in, in order. */
export function results(tree, group = null) {
  return tree.children.flatMap((child) => (child.criterion ? [{ criterion: child.criterion, group, result: child }] : results(child, child.group)));
}

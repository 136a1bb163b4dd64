// The way to the field where a figure is entered.

/** Opens the group of a criterion in the form and goes to its first field. */
export function toCriterion(criterion) {
  const box = document.getElementById(`c-${criterion}`);
  box?.closest('details')?.setAttribute('open', '');
  box?.scrollIntoView({ block: 'center' });
  box?.querySelector('input, select, textarea')?.focus({ preventScroll: true });
}

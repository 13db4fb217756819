// The rows of "what comes next" in a record: each is begun by somebody, under a name that everybody's page knows it by.
const textsOf = (row) => [...row.querySelectorAll('input, textarea')];
const isEmpty = (row) => textsOf(row).every((input) => !input.value);
const rows = () => [...document.querySelectorAll('.record-step')];

// A step of somebody else stands before the empty one, of which there is one only. Returns its fields.
export function addStep(field) {
  const row = field.closest('.record-step');
  if (!row || document.getElementById(row.id)) return [];
  const free = rows().find(isEmpty);
  if (free && isEmpty(row)) return [];
  const copy = document.importNode(row, true);
  document.getElementById('record-steps').insertBefore(copy, free ?? null);
  return textsOf(copy);
}

// A step that no server knows yet: the page's empty one, under the name that it was typed under. Returns its fields.
export function adopt(name) {
  const step = /^step-([^-]+)-/.exec(name)?.[1];
  const free = rows().at(-1);
  if (!step || !free) return [];
  const row = free.cloneNode(true);
  for (const node of [row, ...row.querySelectorAll('*')]) {
    for (const attribute of ['id', 'name', 'for', 'aria-describedby']) {
      const value = node.getAttribute(attribute);
      if (value) node.setAttribute(attribute, value.replaceAll(free.id, `step-${step}`));
    }
  }
  free.before(row);
  for (const input of textsOf(row)) input.value = '';
  return textsOf(row);
}

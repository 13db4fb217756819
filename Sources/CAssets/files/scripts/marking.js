// The sentence beside a field that says why it cannot be kept so.
export function mark(own, text) {
  const wrong = own.closest('.field');
  right(wrong);
  const line = document.createElement('p');
  line.className = 'error';
  line.id = `${own.id}-error`;
  line.textContent = text;
  wrong.classList.add('wrong');
  wrong.append(line);
  own.setAttribute('aria-invalid', 'true');
  own.setAttribute('aria-describedby', [...described(own), line.id].join(' '));
}

export function right(wrong) {
  const own = wrong.querySelector('[name]');
  wrong.classList.remove('wrong');
  wrong.querySelector('.error')?.remove();
  own.removeAttribute('aria-invalid');
  if (described(own).length) own.setAttribute('aria-describedby', described(own).join(' '));
  else own.removeAttribute('aria-describedby');
}

function described(own) {
  return (own.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id && id !== `${own.id}-error`);
}

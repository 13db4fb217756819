// A button for those who do not know the keys.
const button = document.getElementById('print');
button.hidden = false;
button.addEventListener('click', () => print());

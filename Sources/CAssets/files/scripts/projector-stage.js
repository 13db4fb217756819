// The stage is written anew by frames; what has to be done to it each time is done before anybody sees it.
const stage = document.getElementById('stage');

export function whenStaged(body) {
  body(stage);
  let drawn = stage.firstElementChild;
  new MutationObserver(() => {
    if (stage.firstElementChild === drawn) return;
    drawn = stage.firstElementChild;
    body(stage);
  }).observe(stage, { childList: true });
}

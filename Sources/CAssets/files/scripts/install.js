// What was open once opens again without reception. Only where the address is safe; elsewhere the pages do without.
import { policy } from './trust.js';

// The page itself comes first.
addEventListener('load', () => {
  navigator.serviceWorker?.register(policy.createScriptURL('/offline.js'), { updateViaCache: 'none' }).catch(() => {});
});

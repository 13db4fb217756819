// All that a phone needs. Every page works without it.
import './timer.js';
import './acts.js';
import './live.js';
import './forms.js';
import './install.js';

// Whoever joins needs no stream yet, only that the name is not lost between two bars of reception.
import './acts.js';
import './install.js';

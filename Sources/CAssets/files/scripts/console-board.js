// The draft: what console.js does, and sessions that are dragged or carried with the arrow keys.
import './console.js';
import './board-move.js';

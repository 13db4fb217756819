// The board for everybody: `#board` is replaced whenever it changes.
import './live.js';

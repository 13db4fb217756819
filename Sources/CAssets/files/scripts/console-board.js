// The draft: what console.js does, and sessions that are dragged or carried with the arrow keys. What others move goes
// to its place calmly.
import './console.js';
import { isDropped } from './board-move.js';
import { glide } from './glide.js';

const board = document.getElementById('board-area');
if (board) glide(board, 240, (card) => !isDropped(card));

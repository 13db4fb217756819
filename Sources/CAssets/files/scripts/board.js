// The board for everybody: `#board` is replaced whenever it changes, and its cards move to their places.
import './live.js';
import { glide } from './glide.js';

const board = document.getElementById('board');
if (board) glide(board, 240);

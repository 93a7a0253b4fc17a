import { browse } from './browser.js';
import { drawChart } from './chart.js';
import { episodes } from './episodes.js';
import { flips } from './flips.js';

document.querySelectorAll('.chart').forEach(drawChart);
document.querySelectorAll('.episodes').forEach(element => browse(element, episodes));
document.querySelectorAll('.flips').forEach(element => browse(element, flips));

import { drawChart } from './chart.js';
import { browseEpisodes } from './episodes.js';

document.querySelectorAll('.chart').forEach(drawChart);
document.querySelectorAll('.episodes').forEach(browseEpisodes);

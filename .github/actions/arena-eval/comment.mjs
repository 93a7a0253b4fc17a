// comment.mjs FILE NAME: writes the file as a comment on the pull request of the event, in place of the one that an earlier run left.
// Reads GITHUB_EVENT_PATH, GITHUB_REPOSITORY, GITHUB_API_URL, GITHUB_SERVER_URL, GITHUB_RUN_ID and GITHUB_TOKEN.
import { readFileSync } from 'node:fs';

const [file, name] = process.argv.slice(2);
const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository, GITHUB_SERVER_URL: server, GITHUB_RUN_ID: run, GITHUB_TOKEN: token } = process.env;
const mark = `<!-- arena-eval: ${name} -->`;
const longest = 65_000;

const { pull_request: pull } = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8'));
if (!pull) {
  console.log('The event is of no pull request: no comment.');
} else if (pull.head?.repo?.full_name !== repository) {
  console.log('The pull request comes from a fork, whose token may not comment: see the summary of the run.');
} else {
  await write();
}

async function write() {
  const link = `\n[The run and its report](${server}/${repository}/actions/runs/${run})\n`;
  const body = `${mark}\n${readFileSync(file, 'utf8').slice(0, longest - link.length - mark.length)}${link}`;
  const earlier = await find();
  await call(earlier ? 'PATCH' : 'POST', earlier ? `issues/comments/${earlier.id}` : `issues/${pull.number}/comments`, { body });
  console.log(earlier ? 'The comment was updated.' : 'The comment was written.');
}

// Only a comment that begins with the mark: one that quotes it is somebody else's.
async function find() {
  for (let page = 1; ; page++) {
    const comments = await call('GET', `issues/${pull.number}/comments?per_page=100&page=${page}`);
    const found = comments.find(comment => comment.user?.type === 'Bot' && comment.body?.startsWith(mark));
    if (found || comments.length < 100) {
      return found;
    }
  }
}

async function call(method, path, body) {
  const response = await fetch(`${api}/repos/${repository}/${path}`, {
    method,
    headers: { accept: 'application/vnd.github+json', authorization: `Bearer ${token}`, 'content-type': 'application/json', 'user-agent': 'arena-eval', 'x-github-api-version': '2022-11-28' },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) {
    const needs = response.status === 403 || response.status === 404 ? ": the job needs 'permissions: pull-requests: write'" : '';
    console.error(`${method} ${path}: ${response.status}${needs}. ${(await response.text()).slice(0, 200)}`);
    process.exit(1);
  }
  return response.json();
}

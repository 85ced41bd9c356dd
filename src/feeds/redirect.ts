import { escapeXml } from './xml.ts';

/**
 * The page at an address that a story had before. It works on any static host: a canonical link for search engines, a
 * refresh for readers without script, and a script that keeps `?step` and `#step` for the others.
 */
export function redirectPage(title: string, to: string): string {
  const href = escapeXml(to);
  const script = JSON.stringify(to).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeXml(title)}</title>
<link rel="canonical" href="${href}">
<script>location.replace(${script} + location.search + location.hash)</script>
<meta http-equiv="refresh" content="0; url=${href}">
</head>
<body>
<p>This story has moved to <a href="${href}">${escapeXml(title)}</a>.</p>
</body>
</html>
`;
}

import { bareText } from './bare-text.ts';
import { type HtmlDocument, type HtmlNode, isTooDeep, prune, textOf } from './dom.ts';
import { dateOf, lineOf, type Page, urlOf } from './metadata.ts';

/**
 * The article of a web page, found by Mozilla's Readability (the reader view of Firefox), with one paragraph per line.
 * Readability takes minutes for some thousands of nested or empty elements. So it gets the page without parts it would
 * ignore, and pages still deeper or longer than any made for readers are read as bare text.
 */
export async function readHtml(html: string): Promise<Page> {
  if (html.split('<', MOST_TAGS + 1).length > MOST_TAGS) return { text: await bareText(html) };
  const { parseHTML } = await import('linkedom');
  const document: HtmlDocument = parseHTML(html).document;
  const root = document.documentElement;
  if (!root || isTooDeep(root, DEEPEST) || prune(root).cost > MOST_COST)
    return { text: await bareText(html) };
  const facts = factsOf(document);
  const { Readability } = await import('@mozilla/readability');
  const article = new Readability(document as never, {
    keepClasses: true,
    serializer: (node) => node as unknown as HtmlNode,
  }).parse();
  if (!article?.content) return { text: await bareText(html) };
  const outlet = lineOf(article.siteName);
  return {
    title: withoutOutlet(lineOf(article.title), outlet),
    outlet,
    author: authorOf(lineOf(article.byline)),
    published: dateOf(article.publishedTime) ?? facts.published,
    url: facts.url,
    text: textOf(article.content),
  };
}

/** Opening and closing tags, including scripts. */
const MOST_TAGS = 40_000;
/** Levels; news pages have about thirty. */
const DEEPEST = 100;
/** As counted by `prune`: about four thousand elements at the usual depths. */
const MOST_COST = 5_000;

/** Facts that Readability does not look for. */
function factsOf(document: HtmlDocument) {
  const attribute = (selector: string, name: string) =>
    document.querySelector(selector)?.getAttribute(name) ?? null;
  return {
    url:
      urlOf(attribute('link[rel="canonical"]', 'href')) ??
      urlOf(attribute('meta[property="og:url"]', 'content')),
    published: dateOf(
      attribute('time[datetime][itemprop="datePublished"]', 'datetime') ??
        attribute('article header time[datetime]', 'datetime') ??
        attribute('article time[datetime]', 'datetime'),
    ),
  };
}

/** "Senate votes - The Dale Herald" without the outlet's name. */
function withoutOutlet(title: string | null, outlet: string | null): string | null {
  if (!title || !outlet || !title.endsWith(outlet)) return title;
  return /^(.{10,}\S)\s[|–—-]\s$/.exec(title.slice(0, -outlet.length))?.[1] ?? title;
}

function authorOf(byline: string | null): string | null {
  const name = byline?.replace(/^(?:written |posted )?by:?\s+/i, '');
  return name && name.length <= 120 && !/^https?:/.test(name) ? name : null;
}

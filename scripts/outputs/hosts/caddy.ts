import { controlFiles, mediaTypes } from "../../lib/addresses.ts";
import { groupBy } from "../../lib/lists.ts";
import { type Header, notFoundPages, type Place, patterns, type ServedSite } from "./headers.ts";

/** A Caddyfile for Caddy 2.6 or later: https://caddyserver.com/docs/caddyfile */
export function caddyfile(
  site: ServedSite,
  { listen, root }: Pick<Place, "listen" | "root">,
): string {
  const { prefix, redirects } = site;
  const [anywhere, chinese] = notFoundPages;
  const notFound = site.rules.find(({ path }) => path === anywhere.page)?.headers ?? [];
  const at = (path: string) => quote(prefix + path);
  return `# Made from the site's table of headers by \`npm run hosts\`: change it there, not here.
${listen} {
	root * ${root}

${header("", site.everywhere)}
${ruleLines(site)}
${typeLines()}
${redirects.map(({ from, to }) => `	redir ${at(from.slice(1))} ${at(to.slice(1))} 301\n`).join("")}
	# Told to other hosts, and to no visitor.
	@control path ${controlFiles.map(at).join(" ")}
	error @control 404

	# What \`npm run compress\` wrote beside the files. Caddy says so only where it sends that.
	header ?Vary Accept-Encoding
	file_server {
		precompressed br gzip
	}

	# The page for what is not found has the headers of a page, whatever the address was to have.
	handle_errors {
		@chinese path ${at(`${chinese.folder}*`)}
		@other not path ${at(`${chinese.folder}*`)}
		rewrite @chinese ${at(chinese.page)}
		rewrite @other ${at(anywhere.page)}
${header("", [...notFound, ["Content-Type", mediaTypes[".html"]?.type ?? ""]], "\t\t")}
		header ?Vary Accept-Encoding
		file_server {
			precompressed br gzip
		}
	}
}
`;
}

/** Rules with the same headers are one matcher. */
function ruleLines({ prefix, rules }: ServedSite): string {
  const groups = groupBy(rules, ({ headers }) => JSON.stringify(headers));
  return [...groups.values()]
    .map((group, index) => {
      const matcher = `@headers${index + 1}`;
      const paths = group.flatMap(({ path }) => patterns(prefix, path).map(quote));
      return `	${matcher} path ${paths.join(" ")}\n${header(matcher, group[0]?.headers ?? [])}`;
    })
    .join("\n");
}

/** An address is asked for decoded; in quotation marks none of its characters divides it. */
function quote(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}

/** Where the system has no list of endings, Caddy knows few. */
function typeLines(): string {
  return Object.entries(mediaTypes)
    .map(([ending, { type }]) => {
      const matcher = `@${ending.slice(1)}`;
      return `	${matcher} path *${ending}\n	header ${matcher} Content-Type "${type}"`;
    })
    .join("\n");
}

function header(matcher: string, headers: readonly Header[], indent = "\t"): string {
  const lines = headers.map(([name, value]) => `${indent}\t${name} ${quote(value)}\n`);
  return `${indent}header ${matcher && `${matcher} `}{\n${lines.join("")}${indent}}`;
}

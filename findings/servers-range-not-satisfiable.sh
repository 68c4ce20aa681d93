#!/bin/sh
# Two servers answer a range behind the end of a file (416) with headers that are wrong. Seen with Debian 12's:
#   nginx 1.22.1   every `add_header … always` twice
#   Caddy 2.6.2    `Content-Encoding: br` of the file that was found, on a sentence that is not encoded: a browser
#                  cannot read it
# Expected: each header once, as on the 200 of the same file; no coding that the body does not have.
# Needs nginx, Caddy, curl and Node; listens on ports 8098 and 8099 of this machine.
set -eu
folder=$(mktemp -d)
servers=
trap 'kill $servers; rm -rf "$folder"' EXIT
cd "$folder"
PATH=$PATH:/usr/sbin
mkdir site temp
node -e '
const { brotliCompressSync } = require("node:zlib");
const { writeFileSync } = require("node:fs");
const text = "text ".repeat(1000);
writeFileSync("site/a.txt", text);
writeFileSync("site/a.txt.br", brotliCompressSync(text));
'
cat >nginx.conf <<NGINX
daemon off; pid $folder/pid; error_log stderr warn; events {}
$([ "$(id -u)" != 0 ] || echo 'user root;')
http {
  access_log off; types { text/plain txt; }
  client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp; uwsgi_temp_path temp; scgi_temp_path temp;
  server { listen 127.0.0.1:8098; root $folder/site; add_header X-Said once always; }
}
NGINX
cat >Caddyfile <<'CADDY'
{
	admin off
}
http://127.0.0.1:8099 {
	root * site
	file_server {
		precompressed br
	}
}
CADDY
nginx -v
nginx -p "$folder" -c "$folder/nginx.conf" -e stderr &
servers=$!
caddy version
HOME=$folder caddy run --config Caddyfile --adapter caddyfile 2>/dev/null &
servers="$servers $!"
ask() { curl -s -i --retry 20 --retry-connrefused --retry-delay 1 -H 'Range: bytes=99999-' "$@" | tr -d '\r'; }
nginx=$(ask http://127.0.0.1:8098/a.txt)
caddy=$(ask -H 'Accept-Encoding: br' http://127.0.0.1:8099/a.txt)
printf '%s\n\n' "$nginx" "$caddy"
[ "$(echo "$nginx" | grep -c '^X-Said: once$')" = 2 ]
echo "$caddy" | grep -q '^HTTP/1.1 416 '
echo "$caddy" | grep -q '^Content-Encoding: br$'
echo "$caddy" | grep -q '^invalid range'

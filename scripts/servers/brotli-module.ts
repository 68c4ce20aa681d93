/** Where Debian's `libnginx-mod-http-brotli-static` puts the module that serves `.br` files. */
export const brotliModule = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

vcl 4.1;

# Varnish in front of a paper, for version 7 with Debian's package varnish-modules. What speaks TLS (nginx, hitch, HAProxy)
# stands before it on this machine, sets X-Forwarded-Proto and leaves Host as it is. Change example.com, and tell the paper:
#
#     TRUSTED_PROXIES=2  FRONT=varnish+http://127.0.0.1:6081
#
# Each copy has the keys of what its page shows (Surrogate-Key), and a change purges keys. So a copy may stay until then,
# and the paper is asked once for each change of a page.

import xkey;

backend paper {
    .host = "127.0.0.1";
    .port = "8000";
    .connect_timeout = 2s;
    .first_byte_timeout = 120s;
}

# Whose X-Forwarded-Proto is believed, and who may purge.
acl ours {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        # Straight from the paper. What came through the door for readers has both of these headers, or a third hand's.
        if (client.ip !~ ours || req.http.X-Forwarded-Proto || req.http.X-Forwarded-For != "" + client.ip) {
            return (synth(403));
        }
        if (req.http.Newsroom-Everything) {
            ban("obj.status != 0");
        } else {
            set req.http.Newsroom-Keys = xkey.purge(req.http.Newsroom-Keys);
        }
        return (synth(200));
    }

    # A host that nobody has named here is refused, so no copy can be made for one.
    if (req.http.Host != "example.com") {
        return (synth(421));
    }
    if (client.ip !~ ours) {
        unset req.http.X-Forwarded-Proto;
    }
    if (req.http.X-Forwarded-Proto != "https") {
        return (synth(301));
    }

    if ((req.method != "GET" && req.method != "HEAD") || req.url ~ "^/admin(/|$)" || req.http.Authorization) {
        return (pass);
    }
    if (req.http.Cookie ~ "(^|;\s*)newsroom_session=") {
        return (pass);
    }
    # One copy serves everybody.
    unset req.http.Cookie;

    # Nothing but a search depends on what stands behind the question mark, so nobody can fill the memory with it.
    if (req.url !~ "^/search/\?") {
        set req.url = regsub(req.url, "\?.*$", "");
    }

    # Varnish knows gzip by itself, and unpacks it for the few who know neither. Brotli is a copy of its own.
    unset req.http.Newsroom-Brotli;
    if (req.http.Accept-Encoding ~ "(?i)(^|[\s,])br(?![\w.-])(?!\s*;\s*q=0(\.0*)?\s*(,|$))") {
        set req.http.Newsroom-Brotli = "1";
    }

    # An old copy is shown for so long while a new one is fetched: the paper's stale-while-revalidate. The second time
    # round, when the paper has failed, however old it is.
    if (req.restarts == 0) {
        set req.grace = 10s;
    }
    return (hash);
}

sub vcl_hash {
    if (req.http.Newsroom-Brotli) {
        hash_data("br");
    }
}

sub vcl_backend_fetch {
    # The header is asked for below, so a reader's own is never believed.
    if (bereq.http.Newsroom-Brotli && !bereq.uncacheable) {
        set bereq.http.Accept-Encoding = "br";
    }
    unset bereq.http.Newsroom-Brotli;
    if (!bereq.uncacheable) {
        set bereq.first_byte_timeout = 20s;
    }
}

sub vcl_backend_response {
    # An answer would take the old copy's place, even one that is not kept. An error does not.
    if (beresp.status >= 500 && bereq.is_bgfetch) {
        return (abandon);
    }
    if (beresp.status >= 500 && !bereq.uncacheable) {
        return (error(beresp.status, beresp.reason));
    }
    # Kept is what the paper says may be: nothing by custom, as redirects would be, and nothing for one reader only.
    if (beresp.http.Cache-Control !~ "s-maxage=[1-9]" || beresp.http.Cache-Control ~ "(?i)private|no-store"
        || beresp.http.Set-Cookie || (beresp.http.Vary && beresp.http.Vary !~ "(?i)^accept-encoding$")) {
        set beresp.uncacheable = true;
        set beresp.ttl = 10s;
        return (deliver);
    }
    set beresp.http.xkey = beresp.http.Surrogate-Key;
    # How long a copy is kept for the time when the paper answers nothing: its stale-if-error. It is purged all the same.
    set beresp.grace = 24h;
    set beresp.keep = 0s;
    return (deliver);
}

sub vcl_deliver {
    if (resp.status >= 500 && req.restarts == 0 && (req.method == "GET" || req.method == "HEAD")
        && req.url !~ "^/admin(/|$)") {
        set req.grace = 24h;
        return (restart);
    }
    # What the paper tells Varnish is not for readers.
    unset resp.http.Surrogate-Key;
    unset resp.http.xkey;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
}

sub vcl_synth {
    if (resp.status == 301) {
        set resp.http.Location = "https://example.com" + req.url;
    }
    set resp.http.Content-Type = "text/plain; charset=utf-8";
    synthetic(resp.reason);
    return (deliver);
}

sub vcl_backend_error {
    if (bereq.is_bgfetch) {
        return (abandon);
    }
    set beresp.http.Content-Type = "text/plain; charset=utf-8";
    set beresp.http.Retry-After = "5";
    synthetic("The paper does not answer. Please try again in a moment.");
    return (deliver);
}

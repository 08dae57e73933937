"""What a ``Host`` may be, and what it may not: for the application alone, and for the server that runs it."""

from __future__ import annotations

HOSTS = (
    *("localhost", "localhost:8000", "localhost:", "localhost:80", "LOCALHOST", "localhost."),
    *("srv_vag", "srv_vag:8000", "_srv", "a_b.c-d.example", "1a", "10.0.0.7", "10.0.0.7:65535"),
    *("[::1]", "[::1]:8000", "[::1]:", "[::ffff:10.0.0.7]", "[2001:DB8::A]"),
    *("xn--vgvisaren-v2a.example", "XN--VGVISAREN-V2A.EXAMPLE", "xn--fa-hia.example", "a" * 63, "a." * 126 + "a"),
)
NO_HOSTS = (
    *("xn--a", "xn--", "xn--a-", "xn--a.example:80", "www.xn--99999999", "xn--" + "a" * 59),
    *("[::::::]", "[:]", "[]", "[::1", "::1", "[1:2:3:4:5:6:7:8:9]", "[::1]x", "[fe80::1%eth0]", "[fe80::1%25eth0]"),
    *("[10.0.0.7]", "[v1.a]", "[[::1]]", "10.0.0.7:65536", "a:99999", "a:b", "a:-1", "a:8 0", "a:80:80", "a:٨"),
    *('x"><script>', "a b", "a/b", "a@b", "a:b@c", "a?b", "a#b", "a,b", "a\\b", "a%41", "å.example", "K", "*"),
    *(".", "..", "a..b", ".a", "-a", "a-", ":80", ":", "", "a" * 64, "a" * 300, "a." * 127 + "a", "a;b", "<", "'"),
)

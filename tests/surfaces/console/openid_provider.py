"""A small OpenID Connect provider on loopback that can be told to lie."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT = "belisha-here"


@cache
def own_key() -> RSAKey:
    """The provider's key; making one takes a while."""
    return RSAKey.generate_key(2048, {"kid": "1"})


class Provider:
    """What the provider says; tests change it.

    Attributes:
        base: its address, and its issuer.
        claims: that differ from those of an honest token; None leaves one out.
        sign: how the token is made from its claims.
        answers: for a path, what is sent instead of the honest answer.
        forms: what was posted for tokens.
    """

    def __init__(self, base: str) -> None:
        self.base = base
        self.key = own_key()
        self.claims: dict[str, Any] = {}
        self.header: dict[str, str] = {"alg": "RS256", "kid": "1"}
        self.signed_with: Any = self.key
        self.answers: dict[str, bytes] = {}
        self.forms: list[dict[str, list[str]]] = []

    def token(self) -> str:
        """An identity token of ``olga``."""
        now = int(time.time())
        honest = {"iss": self.base, "aud": CLIENT, "sub": "olga", "exp": now + 60, "iat": now}
        claims = {name: value for name, value in {**honest, **self.claims}.items() if value is not None}
        return jwt.encode(self.header, claims, self.signed_with, algorithms=[self.header["alg"]])

    def answer(self, path: str) -> bytes:
        """The body for a path."""
        if path in self.answers:
            return self.answers[path]
        if path == "/keys":
            return json.dumps({"keys": [self.key.as_dict(private=False)]}).encode()
        if path == "/token":
            return json.dumps({"id_token": self.token()}).encode()
        places = {"authorization_endpoint": "/ask", "token_endpoint": "/token", "jwks_uri": "/keys"}
        return json.dumps({"issuer": self.base, **{name: self.base + at for name, at in places.items()}}).encode()


@contextmanager
def openid_provider() -> Iterator[Provider]:
    """A provider, while it is used."""

    class _Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._send(provider.answer(self.path))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            provider.forms.append(parse_qs(body.decode()))
            self._send(provider.answer(self.path))

        def _send(self, body: bytes) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    provider = Provider(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

"""Sign-in by an OpenID Connect provider (OpenID Connect Core 1.0, code flow with PKCE, RFC 7636)."""

import base64
import hashlib
import secrets
from typing import Any
from urllib.parse import urlencode

import httpx
import msgspec
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from belisha.errors import Unusable
from belisha.settings import SignIn, secret

_ALGORITHMS = ["RS256", "ES256", "PS256", "EdDSA"]
_TIMEOUT = 10.0


class Question(msgspec.Struct, frozen=True):
    """What ties a provider's answer to the browser that asked: kept in a cookie until the answer comes.

    Attributes:
        state: comes back with the answer.
        nonce: comes back inside the identity token.
        verifier: proves that who fetches the token is who asked for it.
    """

    state: str
    nonce: str
    verifier: str


class Provider(msgspec.Struct, frozen=True):
    """What a provider's discovery document says of it."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str


class _Keys(msgspec.Struct, frozen=True):
    """A provider's public keys."""

    keys: list[dict[str, Any]]


class _Given(msgspec.Struct, frozen=True):
    """What a provider gives for a code."""

    id_token: str


def new_question() -> Question:
    """A fresh question."""
    return Question(*(secrets.token_urlsafe(32) for _ in range(3)))


async def provider_of(settings: SignIn, client: httpx.AsyncClient) -> Provider:
    """Asks a provider for its addresses.

    Raises:
        Unusable: when it does not say, or says that it is somebody else.
    """
    issuer = settings.oidc_issuer.rstrip("/")
    try:
        answer = await client.get(f"{issuer}/.well-known/openid-configuration", timeout=_TIMEOUT)
        found = msgspec.json.decode(answer.content, type=Provider)
    except (httpx.HTTPError, msgspec.DecodeError) as error:
        raise Unusable(f"{issuer} does not say how to sign in there.") from error
    if found.issuer.rstrip("/") != issuer:
        raise Unusable(f"{issuer} says that it is somebody else.")
    return found


def address_to_ask(provider: Provider, settings: SignIn, question: Question, back: str) -> str:
    """Where the browser is sent.

    Args:
        provider: that is asked.
        settings: how this service is called there.
        question: what ties the answer to it.
        back: our own address to which the provider sends the browser back.
    """
    challenge = base64.urlsafe_b64encode(hashlib.sha256(question.verifier.encode()).digest()).rstrip(b"=").decode()
    asked = {
        "response_type": "code",
        "scope": "openid",
        "client_id": settings.oidc_client,
        "redirect_uri": back,
        "state": question.state,
        "nonce": question.nonce,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    return f"{provider.authorization_endpoint}?{urlencode(asked)}"


async def subject_in_answer(
    provider: Provider, settings: SignIn, question: Question, answer: tuple[str, str], client: httpx.AsyncClient
) -> str:
    """Who the provider says has signed in: the subject of an identity token of which everything holds.

    Args:
        provider: that was asked.
        settings: how this service is called there.
        question: what ties the answer to it.
        answer: the code that came back, and our own address to which it came.
        client: to fetch the token with.

    Raises:
        Unusable: when signature, issuer, audience, time or nonce do not hold, or nothing comes.
    """
    code, back = answer
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back,
        "code_verifier": question.verifier,
    }
    known = httpx.BasicAuth(settings.oidc_client, secret(settings.oidc_secret_env))
    try:
        given = await client.post(provider.token_endpoint, data=form, auth=known, timeout=_TIMEOUT)
        known_keys = await client.get(provider.jwks_uri, timeout=_TIMEOUT)
        keys = KeySet.import_key_set({"keys": msgspec.json.decode(known_keys.content, type=_Keys).keys})
        token = jwt.decode(msgspec.json.decode(given.content, type=_Given).id_token, keys, algorithms=_ALGORITHMS)
        jwt.JWTClaimsRegistry(
            iss={"essential": True, "value": provider.issuer},
            aud={"essential": True, "value": settings.oidc_client},
            nonce={"essential": True, "value": question.nonce},
            azp={"value": settings.oidc_client},
            sub={"essential": True},
            exp={"essential": True},
        ).validate(token.claims)
    except (httpx.HTTPError, JoseError, ValueError, KeyError, TypeError, msgspec.MsgspecError) as error:
        raise Unusable(f"The provider's answer does not hold: {type(error).__name__}.") from error
    return str(token.claims["sub"])

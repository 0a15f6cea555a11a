"""Sign-in by a provider holds only when everything about its answer holds; tried against one that lies."""

import asyncio
import base64
import hmac
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from joserfc.jwk import RSAKey

from belisha.errors import Unusable
from belisha.settings import SignIn
from belisha.surfaces.console.openid import address_to_ask, new_question, provider_of, subject_in_answer
from tests.surfaces.console.openid_provider import CLIENT, Provider, openid_provider

BACK = "http://127.0.0.1/console/oidc/back"


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    monkeypatch.setenv("OIDC", "sesame")
    with openid_provider() as made:
        yield made


def settings(provider: Provider) -> SignIn:
    return SignIn(oidc_issuer=provider.base, oidc_client=CLIENT, oidc_secret_env="OIDC")  # noqa: S106 - a name


def signed_in(provider: Provider, nonce: str | None = "") -> str:
    """Who is signed in when the browser comes back; the nonce is the asked one unless given."""

    async def comes_back() -> str:
        question = new_question()
        if nonce is not None:
            provider.claims.setdefault("nonce", nonce or question.nonce)
        async with httpx.AsyncClient() as client:
            found = await provider_of(settings(provider), client)
            return await subject_in_answer(found, settings(provider), question, ("the code", BACK), client)

    return asyncio.run(comes_back())


def test_an_honest_provider_names_who_signed_in(provider: Provider) -> None:
    assert signed_in(provider) == "olga"
    asked = provider.forms[0]
    assert asked["code"] == ["the code"]
    assert asked["redirect_uri"] == [BACK]
    assert len(asked["code_verifier"][0]) >= 43


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "http://somebody.example"},
        {"iss": None},
        {"aud": "another-client"},
        {"aud": ["another-client", "a-third"]},
        {"aud": None},
        {"aud": [CLIENT, "another-client"], "azp": "another-client"},
        {"nonce": "another"},
        {"exp": 1_000_000_000},
        {"exp": None},
        {"nbf": 32_000_000_000},
        {"sub": None},
        {"sub": ""},
        {"sub": 7},
    ],
    ids=str,
)
def test_a_claim_that_does_not_hold_signs_nobody_in(provider: Provider, claims: dict[str, Any]) -> None:
    provider.claims.update(claims)
    with pytest.raises(Unusable, match="does not hold"):
        signed_in(provider)


def test_a_token_without_a_nonce_signs_nobody_in(provider: Provider) -> None:
    with pytest.raises(Unusable, match="does not hold"):
        signed_in(provider, nonce=None)


def test_a_token_that_nobody_signed_signs_nobody_in(provider: Provider) -> None:
    header, claims = (part for part in provider.token().split(".")[:2])
    del header
    provider.answers["/token"] = f'{{"id_token": "eyJhbGciOiJub25lIn0.{claims}."}}'.encode()
    with pytest.raises(Unusable, match="does not hold"):
        signed_in(provider)


def test_a_token_signed_by_somebody_else_signs_nobody_in(provider: Provider) -> None:
    provider.signed_with = RSAKey.generate_key(2048, {"kid": "1"})
    with pytest.raises(Unusable, match="does not hold"):
        signed_in(provider)


def test_the_public_key_is_no_secret_to_sign_with(provider: Provider) -> None:
    head = base64.urlsafe_b64encode(b'{"alg":"HS256","kid":"1"}').rstrip(b"=").decode()
    provider.claims["nonce"] = "asked"
    signed = f"{head}.{provider.token().split('.')[1]}"
    secret = hmac.digest(provider.key.as_pem(private=False), signed.encode(), "sha256")
    token = f"{signed}.{base64.urlsafe_b64encode(secret).rstrip(b'=').decode()}"
    provider.answers["/token"] = f'{{"id_token": "{token}"}}'.encode()
    with pytest.raises(Unusable, match="does not hold"):
        signed_in(provider)


@pytest.mark.parametrize("path", ["/token", "/keys"])
@pytest.mark.parametrize(
    "body", [b"", b"[]", b"null", b"<html>", b"{}", b'{"keys": 3}', b'{"keys": [{"kty": "x"}]}', b'{"id_token": []}']
)
def test_garbage_is_refused_and_breaks_nothing(provider: Provider, path: str, body: bytes) -> None:
    provider.answers[path] = body
    with pytest.raises(Unusable, match="does not hold"):
        signed_in(provider)


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"issuer": 3}'])
def test_a_provider_that_does_not_say_how_is_refused(provider: Provider, body: bytes) -> None:
    provider.answers["/.well-known/openid-configuration"] = body
    with pytest.raises(Unusable, match="does not say how"):
        signed_in(provider)


def test_a_provider_that_speaks_for_another_is_refused(provider: Provider) -> None:
    honest = provider.answer("")
    provider.answers["/.well-known/openid-configuration"] = honest.replace(b'"issuer": "http', b'"issuer": "https')
    with pytest.raises(Unusable, match="somebody else"):
        signed_in(provider)


def test_every_question_is_another_and_its_proof_is_hidden(provider: Provider) -> None:
    one, other = new_question(), new_question()
    assert {one.state, one.nonce, one.verifier}.isdisjoint({other.state, other.nonce, other.verifier})

    async def asks() -> str:
        async with httpx.AsyncClient() as client:
            return address_to_ask(await provider_of(settings(provider), client), settings(provider), one, BACK)

    address = asyncio.run(asks())
    asked = parse_qs(urlsplit(address).query)
    assert (asked["state"], asked["nonce"], asked["code_challenge_method"]) == ([one.state], [one.nonce], ["S256"])
    assert one.verifier not in address

"""An OpenID Connect provider: its addresses, and whom it says a person is (OpenID Connect Core 1.0)."""

import secrets
from typing import Any

import msgspec
from authlib.integrations.httpx_client import AsyncOAuth2Client
from joserfc import jwt
from joserfc.jwk import KeySet

from belisha.errors import Unusable
from belisha.settings import SignIn, secret

_ALGORITHMS = ["RS256", "ES256", "PS256", "EdDSA"]


class Provider(msgspec.Struct, frozen=True):
    """What a provider's discovery document says, with a fresh nonce.

    Attributes:
        issuer, authorization_endpoint, token_endpoint, jwks_uri: as discovered.
        client_id, client_secret: of this service there.
        nonce: ties an answer to a question.
    """

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    client_id: str
    client_secret: str
    nonce: str

    def client(self, redirect: str) -> AsyncOAuth2Client:
        """A client that asks for the person's identity and nothing else."""
        return AsyncOAuth2Client(
            self.client_id, self.client_secret, scope="openid", redirect_uri=redirect, code_challenge_method="S256"
        )

    async def subject_of(self, given: dict[str, Any], nonce: str, client: AsyncOAuth2Client) -> str:
        """The subject of an identity token whose signature, issuer, audience, time and nonce hold.

        Raises:
            Unusable: when any of them does not.
        """
        keys = KeySet.import_key_set((await client.get(self.jwks_uri, withhold_token=True)).json())
        try:
            token = jwt.decode(str(given.get("id_token", "")), keys, algorithms=_ALGORITHMS)
            jwt.JWTClaimsRegistry(
                iss={"essential": True, "value": self.issuer},
                aud={"essential": True, "value": self.client_id},
                nonce={"essential": True, "value": nonce},
                sub={"essential": True},
                exp={"essential": True},
            ).validate(token.claims)
        except Exception as error:
            raise Unusable(f"The provider's answer does not hold: {type(error).__name__}.") from error
        return str(token.claims["sub"])


async def provider_of(settings: SignIn) -> Provider:
    """Asks a provider for its addresses.

    Raises:
        Unusable: when it does not say, or says that it is somebody else.
    """
    issuer = settings.oidc_issuer.rstrip("/")
    async with AsyncOAuth2Client(settings.oidc_client) as client:
        answer = await client.get(f"{issuer}/.well-known/openid-configuration", withhold_token=True)
        said = answer.json()
    if str(said.get("issuer", "")).rstrip("/") != issuer:
        raise Unusable(f"{issuer} says that it is somebody else.")
    return Provider(
        issuer=str(said["issuer"]),
        authorization_endpoint=str(said["authorization_endpoint"]),
        token_endpoint=str(said["token_endpoint"]),
        jwks_uri=str(said["jwks_uri"]),
        client_id=settings.oidc_client,
        client_secret=secret(settings.oidc_secret_env),
        nonce=secrets.token_urlsafe(24),
    )

"""One settings file, ``belisha.toml``, and the environment; every key is described where it is declared.

Nothing needs to be set: each default is the careful one. Secrets never stand in the file: a key that ends in ``_env``
names the environment variable that holds one.
"""

import os
import tomllib
from collections.abc import Mapping
from datetime import UTC, tzinfo
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from belisha.errors import Unusable

FILE_VARIABLE = "BELISHA_SETTINGS"
DATABASE_VARIABLE = "BELISHA_DATABASE"


class Listen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the service listens.

    Attributes:
        host: address to listen on; loopback unless you put it behind a proxy that speaks TLS.
        port: TCP port.
        public_url: how browsers and webhooks reach it from outside, such as ``https://belisha.example.org``; a
            console reached over https marks its cookies as secure.
        behind_proxy: trust ``X-Forwarded-For`` and ``X-Forwarded-Proto`` of the proxy in front.
    """

    host: str = "127.0.0.1"
    port: int = 8462
    public_url: str = ""
    behind_proxy: bool = False


class Database(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where everything is kept.

    Attributes:
        url: ``sqlite:///path/to/belisha.db`` or ``postgresql://user@host/name``; the environment variable
            ``BELISHA_DATABASE`` goes before it.
        cached_conversations: how many conversations are kept in memory between messages; fewer of long ones, so that
            it is ten messages of each on average, about 13 kilobytes.
        wait_for_disk: with SQLite, answer only when the disk has it, so that a power cut loses nothing either; without,
            a killed service still loses nothing, and an answer comes sooner by the time that the disk takes.
    """

    url: str = "sqlite:///belisha.db"
    cached_conversations: int = 20_000
    wait_for_disk: bool = True


class Watching(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How messages are looked at.

    Attributes:
        time_zone: where the people live who chat here, such as ``Europe/London`` (IANA's names): what is late at night
            follows from it. What is stored and shown is UTC.
        time_zones: the same for single platforms, by name, where their people live elsewhere.
    """

    time_zone: str = "UTC"
    time_zones: dict[str, str] = {}


class Keep(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is kept of messages, and for how long.

    Attributes:
        text: ``all`` keeps the text of every message, ``evidence`` only in conversations whose light has turned (what
            came shortly before with it), ``hashes`` none at all: place and hash only.
        buffer_hours: with ``evidence``, the text of conversations in which nothing was noticed is deleted after so
            many hours; until then it is there as context, should the light turn.
        days: after so many days the text is deleted; place and hash stay.
        key_env: environment variable that holds the key under which text is encrypted (32 bytes, base64).
        key_file: file that holds it instead.
    """

    text: Literal["all", "evidence", "hashes"] = "evidence"
    buffer_hours: int = 24
    days: int = 90
    key_env: str = "BELISHA_KEY"
    key_file: str = ""


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one caller may ask for.

    Attributes:
        messages_per_second: of one API key, averaged over ten seconds.
        requests_per_minute: of one API key or address, for everything but messages.
        body_bytes: largest body of a request.
        messages_per_request: most messages in one request.
        text_characters: longest text of one message; a longer one is refused, not cut.
    """

    messages_per_second: int = 5_000
    requests_per_minute: int = 1_200
    body_bytes: int = 8_000_000
    messages_per_request: int = 5_000
    text_characters: int = 100_000


class ChildWarning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a child is warned in the chat.

    Attributes:
        on: whether children are warned at all, on servers where the sender cannot see it.
        country: two letters; whose helplines are named where nothing better is known.
        language: two letters; used where the chat's own language is not known.
        adults_too: warn also accounts that are known to be grown up.
    """

    on: bool = True
    country: str = ""
    language: str = "en"
    adults_too: bool = False


class Webhook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An address that is told when a light turns.

    Attributes:
        url: where to post.
        secret_env: environment variable that holds the secret under which the body is signed.
        platform: only this platform's lights; all when empty.
        audience: whose light.
        from_light: ``amber`` or ``red``: the lowest light that is told.
        what: ``lights`` for turned lights, ``notices`` for what a child is to be told (where the platform shows it
            itself, to the child alone), ``restrictions`` for a moderator's decision to restrict an account.
    """

    url: str
    secret_env: str
    platform: str = ""
    audience: str = "moderators"
    from_light: Literal["amber", "red"] = "amber"
    what: Literal["lights", "notices", "restrictions"] = "lights"


class SignIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How people sign in to the console.

    Attributes:
        idle_minutes: after so long without a request a session ends.
        hours: the longest that a session lasts.
        oidc_issuer: address of an OpenID Connect provider; empty for passwords only.
        oidc_client: client identifier there.
        oidc_secret_env: environment variable that holds the client secret.
    """

    idle_minutes: int = 30
    hours: int = 10
    oidc_issuer: str = ""
    oidc_client: str = ""
    oidc_secret_env: str = "BELISHA_OIDC_SECRET"  # noqa: S105 - the name of a variable


class Learning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What may be learned from moderators' decisions.

    Attributes:
        from_decisions: whether decided cases may be used for training; off unless switched on.
        shadow: path of a model that runs beside the one in use, without turning any light.
    """

    from_decisions: bool = False
    shadow: str = ""


class Organisation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who hands cases over: what every report says of its sender. What is empty is left blank.

    Attributes:
        name: of the organisation.
        service: the product on which it happened, as its users know it.
        first_name, last_name, position: the person who reports.
        email, phone: where that person is reached.
        address: of the organisation, as on a letter.
        country: two letters.
        legal_url: a page about legal process.
        terms: the terms of service that matter here.
        about: what is always to be said: how you are served, how long you keep data, when you are reached.
    """

    name: str = ""
    service: str = ""
    first_name: str = ""
    last_name: str = ""
    position: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    country: str = ""
    legal_url: str = ""
    terms: str = ""
    about: str = ""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All settings.

    Attributes:
        listen, database, watching, keep, limits, warning, sign_in, learning, organisation: see each table.
        webhooks: a list of ``[[webhooks]]``.
        sources: a table ``[sources.<label>]`` for each live server, with ``kind`` naming it; see docs/sources.md.
    """

    listen: Listen = Listen()
    database: Database = Database()
    watching: Watching = Watching()
    keep: Keep = Keep()
    limits: Limits = Limits()
    warning: ChildWarning = ChildWarning()
    sign_in: SignIn = SignIn()
    learning: Learning = Learning()
    organisation: Organisation = Organisation()
    webhooks: tuple[Webhook, ...] = ()
    sources: dict[str, dict[str, Any]] = {}


def load(path: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of a file (``belisha.toml`` of the working folder unless named), under the environment's.

    Raises:
        Unusable: when a named file is missing, or a key is unknown or has a wrong value; the message names it.
    """
    environment = os.environ if environment is None else environment
    named = path or (Path(environment[FILE_VARIABLE]) if environment.get(FILE_VARIABLE) else None)
    file = named or Path("belisha.toml")
    plain: dict[str, Any] = {}
    if named is not None or file.is_file():
        plain = _read(file)
    if environment.get(DATABASE_VARIABLE):
        plain["database"] = {**plain.get("database", {}), "url": environment[DATABASE_VARIABLE]}
    try:
        return msgspec.convert(plain, Settings)
    except msgspec.ValidationError as error:
        raise Unusable(f"{file}: {error}") from error


def secret(variable: str, environment: Mapping[str, str] | None = None) -> str:
    """What an environment variable holds.

    Raises:
        Unusable: when it is not set, naming it.
    """
    value = (os.environ if environment is None else environment).get(variable, "")
    if not value:
        raise Unusable(
            f"The environment variable {variable} is not set; the settings name it as the place of a secret."
        )
    return value


class Zones(msgspec.Struct, frozen=True):
    """Where the people of each platform live.

    Attributes:
        usual: of every platform that has none of its own.
        own: by platform.
    """

    usual: tzinfo = UTC
    own: dict[str, tzinfo] = {}

    def of(self, platform: str) -> tzinfo:
        """The zone of one platform."""
        return self.own.get(platform, self.usual)


def zone_of(watching: Watching) -> Zones:
    """The time zones that are named.

    Raises:
        Unusable: when there is none of such a name.
    """
    own = {platform: _zone(name, f"time_zones.{platform}") for platform, name in watching.time_zones.items()}
    return Zones(_zone(watching.time_zone, "time_zone"), own)


def _zone(name: str, key: str) -> tzinfo:
    try:
        return UTC if name == "UTC" else ZoneInfo(name)
    except (ValueError, OSError, ZoneInfoNotFoundError) as error:
        raise Unusable(f"[watching] {key}: there is no time zone {name!r}; write one such as Europe/London.") from error


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError as error:
        raise Unusable(f"{file}: there is no such settings file.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unusable(f"{file} is not valid TOML: {error}") from error

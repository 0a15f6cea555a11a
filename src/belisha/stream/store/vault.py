"""Text at rest: compressed, and encrypted where a key is given, so that a stolen disk holds none of it.

AES-256-GCM (NIST SP 800-38D) with a random nonce for each text; what it belongs to is bound to it as associated data,
so that one row's text cannot be passed off as another's.
"""

import base64
import binascii
import os
import zlib
from collections.abc import Mapping
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from belisha.errors import Unreadable, Unusable
from belisha.settings import Keep

_NONCE = 12
_KEY = 32
_PLAIN, _PACKED, _SEALED = b"\x00", b"\x01", b"\x02"
_WORTH_PACKING = 200
"""Bytes from which packing saves more than it costs."""


class Vault:
    """Seals and opens; without a key it only packs.

    Args:
        key: 32 bytes, or None for a database that is not encrypted.
    """

    def __init__(self, key: bytes | None) -> None:
        if key is not None and len(key) != _KEY:
            raise Unusable(f"The key for text at rest must be {_KEY} bytes, and is {len(key)}.")
        self._cipher = AESGCM(key) if key else None

    @classmethod
    def from_settings(cls, keep: Keep, environment: Mapping[str, str] | None = None) -> "Vault":
        """The vault whose key the environment or a file holds; one without encryption where neither does.

        Raises:
            Unusable: when there is a key and it is not 32 bytes written in base64.
        """
        written = (os.environ if environment is None else environment).get(keep.key_env, "")
        place = f"the environment variable {keep.key_env}"
        if not written and keep.key_file:
            place = keep.key_file
            try:
                written = Path(keep.key_file).read_text("ascii").strip()
            except (OSError, UnicodeDecodeError) as error:
                raise Unusable(f"{place}: the key for text at rest cannot be read: {error}") from error
        if not written:
            return cls(None)
        try:
            return cls(base64.b64decode(written, validate=True))
        except binascii.Error as error:
            raise Unusable(f"The key in {place} is not base64: belisha keys encryption writes a new one.") from error

    @staticmethod
    def is_encrypted(sealed: bytes) -> bool:
        """Whether something was sealed under a key."""
        return sealed[:1] == _SEALED

    @property
    def encrypts(self) -> bool:
        """Whether there is a key."""
        return self._cipher is not None

    def seal(self, content: bytes, belongs_to: bytes) -> bytes:
        """The content as it may lie on a disk.

        Args:
            content: what to keep.
            belongs_to: what it is part of; needed again to open it.
        """
        packed = _PLAIN + content if len(content) < _WORTH_PACKING else _PACKED + zlib.compress(content, 1)
        if self._cipher is None:
            return packed
        nonce = os.urandom(_NONCE)
        return _SEALED + nonce + self._cipher.encrypt(nonce, packed, belongs_to)

    def open(self, sealed: bytes, belongs_to: bytes) -> bytes:
        """What was sealed.

        Raises:
            Unreadable: when it was changed, belongs to something else, or was sealed under another key.
        """
        if self.is_encrypted(sealed):
            if self._cipher is None:
                raise Unreadable("this text is encrypted, and no key is given", advice="set BELISHA_KEY")
            try:
                sealed = self._cipher.decrypt(sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :], belongs_to)
            except InvalidTag as error:
                raise Unreadable("this text was changed, or another key sealed it") from error
        if sealed[:1] == _PACKED:
            return zlib.decompress(sealed[1:])
        return sealed[1:]


def new_key() -> str:
    """A fresh key as the settings want it."""
    return base64.b64encode(os.urandom(_KEY)).decode("ascii")

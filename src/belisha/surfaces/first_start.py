"""What a person sees when the service starts; the first time, with the way in."""

from rich.console import Console
from sqlalchemy import func, select

from belisha.stream.store.access import SCOPES, new_api_key
from belisha.stream.store.desk_tables import people
from belisha.stream.store.tables import api_keys
from belisha.surfaces.running import Running

DEFAULT_PLATFORM = "default"


def greet(service: Running, address: tuple[str, int], screen: Console) -> None:
    """Says where the service is, and what is missing; makes and shows the first API key when there is none."""
    host, port = address
    base = service.settings.listen.public_url or f"http://{host}:{port}"
    lines = [f"Belisha listens on {base}  (interface: {base}/openapi.json)"]
    lines.append(f"Everything is kept in {service.database.engine.url.render_as_string(hide_password=True)}.")
    if not service.vault.encrypts:
        lines.append("Text at rest is not encrypted: set BELISHA_KEY (belisha keys encryption writes one).")
    with service.database.writing() as connection:
        if not connection.execute(select(func.count()).select_from(api_keys)).scalar():
            key = new_api_key(connection, DEFAULT_PLATFORM, frozenset(SCOPES), "made at the first start")
            lines.append(f"The first API key, shown only now: {key}")
        if not connection.execute(select(func.count()).select_from(people)).scalar():
            lines.append("Nobody can sign in to the console yet: belisha people add NAME --role moderator")
    if service.shadow is not None:
        path = service.settings.learning.shadow
        lines.append(f"In shadow: {path}; a second process sees every message once more, and turns no light.")
    for label, source in service.sources.items():
        where = f"{base}/live/{label}" if source.source.pushes else "connecting"
        lines.append(f"Source {label} ({source.source.app}), platform {source.platform}: {where}")
    screen.print("\n".join(lines), markup=False, highlight=False, soft_wrap=True)

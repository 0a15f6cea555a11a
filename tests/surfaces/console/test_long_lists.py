"""Lists that are longer than a page can be gone through to their end, and show each entry once."""

import re
import time
from contextlib import closing
from pathlib import Path

from sqlalchemy import insert

from belisha.stream.store.database import Database
from belisha.stream.store.desk_tables import cases
from tests.surfaces.console.staffed import staffed

COUNT = 105
SAME = 70
"""So many changed at one moment: their numbers tell them apart."""


def test_every_case_can_be_reached(tmp_path: Path) -> None:
    with staffed(tmp_path) as console, closing(console.browser("mona")) as mona:
        database = Database(f"sqlite:///{console.service.folder}/belisha.db")
        now = time.time()
        own = {"platform": "default", "app": "chat", "status": "open", "title": "", "created_at": now}
        with database.writing() as connection:
            for number in range(1, COUNT + 1):
                values = {"about": f"account{number}", "changed_at": now + max(0, number - SAME) / 3}
                connection.execute(insert(cases).values(number=number, **own, **values))
        database.close()
        met, address, pages = [], "/console/cases", 0
        while address:
            page = mona.get(address)
            assert page.status_code == 200
            met += [int(each) for each in re.findall(r'href="/console/cases/(\d+)"', page.text)]
            further = re.search(r'rel="next" href="([^"]+)"', page.text)
            address, pages = (further[1].replace("&amp;", "&") if further else ""), pages + 1
        assert met == list(range(COUNT, 0, -1))
        assert pages == 3
        for wrong in ("x", "1e5_2", "-1_2", "9" * 60, "1_" + "9" * 19):
            assert mona.get(f"/console/cases?after={wrong}").status_code == 200

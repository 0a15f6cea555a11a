"""Facebook Messenger, as "Download your information" gives it in JSON, encrypted chats included."""

from collections.abc import Iterator

from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, Format
from belisha.chats.meta_export import is_instagram, read_thread, thread_in
from belisha.model import Fact


class MessengerJson(Format):
    """Threads of every inbox (also requests, filtered, archived, moved to encryption) and of the encrypted download.

    People are known by name only: two of the same name cannot be told apart, and whose export it is is not said.
    """

    app = "Facebook Messenger"
    found_in = (
        "/messages/inbox/*/message_*.json",
        "/messages/e2ee_cutover/*/message_*.json",
        "/messages/archived_threads/*/message_*.json",
        "/messages/filtered_threads/*/message_*.json",
        "/messages/message_requests/*/message_*.json",
    )
    checked_on = (
        Checked("export with type and thread_type", "2021", 8),
        Checked("export without them", "2025", 7),
        Checked("download of end-to-end encrypted chats", "2025", 5),
    )

    def recognises(self, exhibit: Exhibit) -> bool:
        tree = thread_in(exhibit)
        return tree is not None and not is_instagram(exhibit, tree)

    def messages(self, exhibit: Exhibit) -> Iterator[Fact]:
        yield from read_thread(exhibit, self.app, lambda place: self.found(exhibit, place))

"""What goes in and comes out over HTTP, as OpenAPI describes it."""

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from belisha.model import (
    OWNER,
    AccountFacts,
    ConversationFacts,
    How,
    Kind,
    Message,
    Provenance,
    Reading,
    Relation,
    Tie,
)
from belisha.notices import Answer, ChildAnswer
from belisha.stream.turn import Receipt

LightWord = Literal["green", "amber", "red"]
_MOST_NAME = 512


def _storable(name: str) -> str:
    if "\x00" in name:
        raise ValueError("a name cannot hold the character NUL")
    return name


def _in_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("this moment lies outside the years 1 to 9999") from error


Moment = Annotated[AwareDatetime, AfterValidator(_in_utc)]
Name = Annotated[str, Field(min_length=1, max_length=_MOST_NAME), AfterValidator(_storable)]
AppName = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[^/\x00]+$")]


class _Input(BaseModel):
    model_config = ConfigDict(extra="forbid")


class MessageIn(_Input):
    """One message, as your platform has it."""

    id: Name = Field(description="Your own id, unique in its conversation. The same id again is the same message.")
    conversation: Name = Field(description="The chat, room or channel.")
    text: str = Field(description="What was written, exactly; empty for a picture without a caption.")
    app: AppName = Field(default="chat", description="The app or network; accounts of different apps are different.")
    sender: Name | None = Field(default=None, description="The account that wrote it, or null when it is not known.")
    sent_at: Moment | None = Field(default=None, description="When, RFC 3339 with a zone, or null.")
    recipients: list[Name] = Field(
        default_factory=list, max_length=200, description="Accounts that it was addressed to."
    )
    kind: Literal["text", "media", "call", "system"] = "text"
    attachments: list[str] = Field(default_factory=list, max_length=50, description="File names or media types.")
    reply_to: Name | None = Field(default=None, description="Id of the message that this one answers.")
    deleted: bool = Field(default=False, description="It was taken back.")

    def message(self, source: str, received: float) -> Message:
        """As the noun of the program."""
        place = Provenance("api", source, "", f"message {self.id}", How.LIVE)
        return Message(
            id=self.id,
            app=self.app,
            conversation=self.conversation,
            sender=None if self.sender == OWNER else self.sender,
            text=self.text,
            sent_at=self.sent_at or datetime.fromtimestamp(received, UTC),
            provenance=place,
            kind=Kind(self.kind),
            recipients=tuple(self.recipients),
            attachments=tuple(self.attachments),
            reply_to=self.reply_to,
            deleted=self.deleted,
        )


class AccountIn(_Input):
    """What you know of an account apart from what it wrote; later facts complete earlier ones."""

    account: Name
    app: AppName = "chat"
    title: str = Field(default="", max_length=_MOST_NAME, description="The name that people see.")
    age: int | None = Field(
        default=None,
        description="0 to 130, as you know it, not as it claims in the chat. Any other is refused, and named in the "
        "answer; the rest is taken in.",
    )
    known_by: list[Name] = Field(
        default_factory=list, max_length=1000, description="Accounts that know it in real life."
    )
    role: Literal["child", "adult", "moderator"] | None = None

    def facts(self) -> AccountFacts:
        """As the noun of the program."""
        return AccountFacts(self.account, self.app, self.title, self.age, tuple(self.known_by), self.role)


class ConversationIn(_Input):
    """What you know of a conversation apart from its messages."""

    conversation: Name
    app: AppName = "chat"
    title: str = Field(default="", max_length=_MOST_NAME)
    members: list[Name] = Field(default_factory=list, max_length=1000)
    group: bool | None = None

    def facts(self) -> ConversationFacts:
        """As the noun of the program."""
        return ConversationFacts(self.conversation, self.app, self.title, tuple(self.members), self.group)


class RelationIn(_Input):
    """What one account did towards another."""

    account: Name
    other: Name
    tie: Literal["knows", "blocked", "requested", "accepted", "refused"]
    app: AppName = "chat"
    at: Moment | None = None

    def relation(self) -> Relation:
        """As the noun of the program."""
        return Relation(self.account, self.other, Tie(self.tie), self.app, self.at)


class AnswerIn(_Input):
    """What a child answered to a notice."""

    account: Name
    answer: Literal["fine", "known", "help"]
    app: AppName = "chat"
    notice: str = Field(default="", max_length=64, description="The notice's id; the last to this child when empty.")

    def said(self, received: float) -> ChildAnswer:
        """As the noun of the program."""
        at = datetime.fromtimestamp(received, UTC)
        return ChildAnswer(self.app, self.account, Answer(self.answer), self.notice, at)


class ArrivalsIn(_Input):
    """Everything that is to be taken in; facts are taken in before the messages."""

    messages: list[MessageIn] = Field(default_factory=list)
    accounts: list[AccountIn] = Field(default_factory=list)
    conversations: list[ConversationIn] = Field(default_factory=list)
    relations: list[RelationIn] = Field(default_factory=list)
    answers: list[AnswerIn] = Field(default_factory=list)


class ReadingOut(BaseModel):
    """How concerning an account's conduct is in a conversation, after a message."""

    about: str | None = Field(description="The account that the concern is about; null when it cannot be told.")
    concern: float = Field(ge=0, le=1)
    because: list[dict[str, Any]] = Field(description="The addends in decibans, each with a sentence.")


class TurnedOut(BaseModel):
    """A light that turned."""

    audience: str
    before: LightWord
    after: LightWord
    about: str | None


class ReceiptOut(BaseModel):
    """What became of one message."""

    id: str
    app: str
    conversation: str
    position: int = Field(ge=0, description="1-based in its conversation; 0 when it could not be taken in.")
    duplicate: bool = Field(description="It was here before, and counted then.")
    trouble: str = Field(description="Why it could not be taken in, or empty.")
    readings: list[ReadingOut]
    turned: list[TurnedOut]


class RefusedOut(BaseModel):
    """A fact, or one field of it, that was not taken in; everything else was."""

    where: list[str | int] = Field(description="Its place in the request, such as accounts, 0, age.")
    why: str
    what_to_do: str


class ReceiptsOut(BaseModel):
    """A receipt for each message, in the order in which they came, and what was refused; all else is stored."""

    receipts: list[ReceiptOut]
    refused: list[RefusedOut] = Field(description="Facts that were not taken in, in the order of the request.")


def reading_out(reading: Reading) -> dict[str, Any]:
    """A reading as it is shown outside."""
    because = [
        {"what": part.what, "decibans": round(part.decibans, 2), "because": part.because} for part in reading.because
    ]
    return {"about": reading.about, "concern": reading.concern, "because": because}


def receipt_out(receipt: Receipt) -> dict[str, Any]:
    """A receipt as it is shown outside."""
    message = receipt.message
    return {
        "id": message.id,
        "app": message.app,
        "conversation": message.conversation,
        "position": receipt.position,
        "duplicate": receipt.duplicate,
        "trouble": receipt.trouble,
        "readings": [reading_out(reading) for reading in receipt.readings],
        "turned": [
            {
                "audience": change.audience,
                "before": change.before.word,
                "after": change.after.word,
                "about": change.reading.about,
            }
            for change in receipt.changes
        ],
    }

"""What comes in over HTTP: messages and what a platform knows besides; answered when it is stored."""

import asyncio
import time
from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Request, Response
from fastapi.routing import APIRoute
from pydantic import ValidationError

from belisha.stream.store.access import ApiKey
from belisha.stream.turn import Incoming, Told
from belisha.surfaces.api.callers import Callers, allowed, credentials_in, refuse_beyond, running
from belisha.surfaces.api.problems import Message, Receive, Send, described, invalid
from belisha.surfaces.api.shapes import ArrivalsIn, ReceiptsOut, receipt_out
from belisha.surfaces.running import Running

SOURCE = "api"
_may_write = allowed("messages:write")


class Straight(APIRoute):
    """Takes in a request that is as it should be with no more ado, and leaves every other to FastAPI to refuse.

    What FastAPI does to find out what a function wants takes longer than storing the message does.
    """

    async def handle(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answers a request."""
        whole = await receive()  # BodyLimit has put it together

        async def again() -> Message:
            return whole

        request = Request(scope, again)
        presented = credentials_in(request)
        arrivals = _plainly(request, whole) if scope["method"] == "POST" and presented else None
        if arrivals is None:
            await super().handle(scope, again, send)
            return
        key = await _may_write(request, presented)
        response = await take_in(arrivals, request, key, await running(request))
        await response(scope, receive, send)


def _plainly(request: Request, whole: Message) -> ArrivalsIn | None:
    """What a request holds, or None where it is not as it should be."""
    if whole.get("more_body") or request.headers.get("content-type") != "application/json":
        return None
    try:
        return ArrivalsIn.model_validate_json(whole["body"])
    except ValidationError:
        return None


router = APIRouter(tags=["arrivals"], route_class=Straight)


@router.post(
    "/v1/messages",
    response_model=ReceiptsOut,
    responses=described(401, 403, 413, 422, 429, 503),
    summary="Send messages and facts",
)
async def take_in(
    arrivals: ArrivalsIn,
    request: Request,
    key: Annotated[ApiKey, Depends(_may_write)],
    service: Annotated[Running, Depends(running)],
) -> Response:
    """Takes in messages, and what is known of accounts, conversations and relations, in one transaction.

    The answer comes when everything is stored, and names each fact that was refused. Sending the same again, after an
    error or a lost answer, is always right: a message is known by its id and counts once.
    """
    limits = service.settings.limits
    size = len(arrivals.messages) + len(arrivals.accounts) + len(arrivals.conversations)
    size += len(arrivals.relations) + len(arrivals.answers)
    if size > limits.messages_per_request:
        raise invalid(f"At most {limits.messages_per_request} messages and facts in one request; these are {size}.")
    for message in arrivals.messages:
        if len(message.text) > limits.text_characters:
            raise invalid(f"Message {message.id!r} has more than {limits.text_characters} characters.")
    callers: Callers = request.app.state.callers
    refuse_beyond(callers.messages, key.id, max(1, size))
    places, told = _told(arrivals, time.time())
    incoming = Incoming(key.platform, SOURCE, told)
    receipts = await asyncio.wrap_future(service.writer.submit(incoming))
    refused = [
        {"where": [*places[number], *filter(None, [field])], "why": each.why, "what_to_do": each.what_to_do}
        for (number, field), each in sorted(incoming.refused.items())
    ]
    body = msgspec.json.encode({"receipts": [receipt_out(receipt) for receipt in receipts], "refused": refused})
    return Response(body, media_type="application/json")


def _told(arrivals: ArrivalsIn, now: float) -> tuple[list[tuple[str, int]], list[Told]]:
    """Everything in the order in which it is taken in, and where each stands in the request."""
    parts: dict[str, list[Told]] = {
        "accounts": [each.facts() for each in arrivals.accounts],
        "conversations": [each.facts() for each in arrivals.conversations],
        "relations": [each.relation() for each in arrivals.relations],
        "messages": [each.message(SOURCE, now) for each in arrivals.messages],
        "answers": [each.said(now) for each in arrivals.answers],
    }
    places = [(name, number) for name, part in parts.items() for number in range(len(part))]
    return places, [told for part in parts.values() for told in part]

"""What comes in over HTTP: messages and what a platform knows besides; answered when it is stored."""

import asyncio
import time
from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Request, Response

from belisha.stream.store.access import ApiKey
from belisha.stream.turn import Incoming, Told
from belisha.surfaces.api.callers import Callers, allowed, refuse_beyond, running
from belisha.surfaces.api.problems import described, invalid
from belisha.surfaces.api.shapes import ArrivalsIn, ReceiptsOut, receipt_out
from belisha.surfaces.running import Running

router = APIRouter(tags=["arrivals"])
SOURCE = "api"


@router.post(
    "/v1/messages",
    response_model=ReceiptsOut,
    responses=described(401, 403, 413, 422, 429, 503),
    summary="Send messages and facts",
)
async def take_in(
    arrivals: ArrivalsIn,
    request: Request,
    key: Annotated[ApiKey, Depends(allowed("messages:write"))],
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

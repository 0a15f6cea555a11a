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

    The answer comes when everything is stored. Sending the same again, after an error or a lost answer, is always
    right: a message is known by its id and counts once.
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
    incoming = Incoming(key.platform, SOURCE, _told(arrivals, time.time()))
    receipts = await asyncio.wrap_future(service.writer.submit(incoming))
    body = msgspec.json.encode({"receipts": [receipt_out(receipt) for receipt in receipts]})
    return Response(body, media_type="application/json")


def _told(arrivals: ArrivalsIn, now: float) -> list[Told]:
    told: list[Told] = [each.facts() for each in arrivals.accounts]
    told += [each.facts() for each in arrivals.conversations]
    told += [each.relation() for each in arrivals.relations]
    told += [each.message(SOURCE, now) for each in arrivals.messages]
    told += [each.said(now) for each in arrivals.answers]
    return told
